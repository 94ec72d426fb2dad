package io.hdlgen.explore.sensor;

import io.hdlgen.boards.printed.FrontEnd;
import io.hdlgen.boards.printed.FrontEnd.Parts;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.FeatureThreshold;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The flash converter of one feature, with only what a circuit reads of it: comparators, each with
 * the real value at which it changes. What is read of the field is the sum of the weights of the
 * comparators that are reached: of a binary code their count, of a thermometer a bit each.
 */
public final class Converter {
  private static final int MOST_BITS = 16;

  /**
   * Least significant bits of the grid in which offsets of comparators are given, to full scale.
   */
  private static final int GRID_STEPS = 15;

  private final InputFeature feature;
  private final int bitsRead;
  private final Parts parts;
  private final List<Comparator> comparators = new ArrayList<>();
  private long base;
  private long inverted;

  /**
   * @param feature what is converted; of a binary code that is read, 16 bits or fewer
   * @param used bit i says whether bit i of the field is read
   */
  public Converter(InputFeature feature, long used) {
    this.feature = feature;
    long read = used & ((1L << feature.fieldBits()) - 1);
    bitsRead = Long.bitCount(read);
    parts =
        switch (feature.encoding()) {
          case UNSIGNED, SIGNED -> binary(read);
          case BIPOLAR, THERMOMETER -> unary(read);
        };
  }

  /** A bit a comparator: bit b is 1 from code b + 1 on. */
  private Parts unary(long used) {
    for (int b = 0; b < feature.fieldBits(); b++) {
      if ((used >> b & 1) != 0) {
        comparators.add(new Comparator(FeatureThreshold.of(feature, b + 1L), 1L << b));
      }
    }
    return FrontEnd.thermometer(used);
  }

  private Parts binary(long used) {
    if (used == 0) {
      return Parts.NONE;
    }
    int bits = feature.bits();
    int lowest = Long.numberOfTrailingZeros(used);
    if (bits - lowest > MOST_BITS) {
      throw new IllegalArgumentException(
          "feature %s: a flash converter of %d bits".formatted(feature.name(), bits - lowest));
    }
    Interval field = InputFeature.field(feature.encoding(), bits);
    inverted = feature.encoding() == Encoding.SIGNED ? 1L << (bits - 1) : 0;
    long weight = 1L << lowest;
    for (long code = field.min() + weight; code <= field.max(); code += weight) {
      if (code <= feature.min()) {
        base += weight;
      } else if (code <= feature.max()) {
        comparators.add(new Comparator(FeatureThreshold.of(feature, code), weight));
      }
    }
    return FrontEnd.binary(bits, used);
  }

  /** What is converted. */
  public InputFeature feature() {
    return feature;
  }

  /** Number of bits of its field that are read. */
  public int bitsRead() {
    return bitsRead;
  }

  /** What it is made of. */
  public Parts parts() {
    return parts;
  }

  /** By ascending codes; none if nothing is read. */
  public List<Comparator> comparators() {
    return Collections.unmodifiableList(comparators);
  }

  /** Whether a comparator is reached by values at and below its threshold, not at and above. */
  public boolean falling() {
    return feature.scale() < 0;
  }

  /** The thresholds of the comparators, in their order. */
  public double[] thresholds() {
    return comparators.stream().mapToDouble(Comparator::threshold).toArray();
  }

  /**
   * What a value reads as; right in the bits that are used.
   *
   * @param thresholds one a comparator, in their order, where they really lie
   */
  public long field(double value, double[] thresholds) {
    boolean falling = falling();
    long sum = base;
    for (int i = 0; i < thresholds.length; i++) {
      if (falling ? value <= thresholds[i] : value >= thresholds[i]) {
        sum += comparators.get(i).weight();
      }
    }
    return sum ^ inverted;
  }

  /**
   * What is read when so many comparators are reached, those of the lowest codes; right in the bits
   * that are used.
   */
  public long field(int reached) {
    return base + comparators.subList(0, reached).stream().mapToLong(Comparator::weight).sum()
        ^ inverted;
  }

  /**
   * A field when the weights of some comparators come to it.
   *
   * @param weight their sum; below 0 if they go
   */
  public long plus(long field, long weight) {
    return (field ^ inverted) + weight ^ inverted;
  }

  /** The real value of the lowest code; of a thermometer, of the lowest point of its grid. */
  public double bottom() {
    return feature.offset() + feature.scale() * feature.min();
  }

  /** From the lowest to the highest code or point of the grid, in units of the real value. */
  public double fullScale() {
    return Math.abs(feature.scale()) * (feature.max() - feature.min());
  }

  /** The step of a grid of 4 bits over the full scale, in units of the real value. */
  public double step() {
    return fullScale() / GRID_STEPS;
  }
}
