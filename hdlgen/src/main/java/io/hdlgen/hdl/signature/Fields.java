package io.hdlgen.hdl.signature;

import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.NetworkRanges;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where features and results of a network lie in ports or beats. */
public final class Fields {
  /** The port that carries a stream's features. */
  public static final String IN_DATA = "s_axis_tdata";

  /** The port that carries a stream's results. */
  public static final String OUT_DATA = "m_axis_tdata";

  private Fields() {}

  /**
   * The features.
   *
   * @param ports a port for each feature; null if all lie in one beat
   */
  public static List<Field> inputs(IntegerNetwork network, List<String> ports) {
    List<Field> fields = new ArrayList<>();
    int low = 0;
    for (int i = 0; i < network.inputs().size(); i++) {
      InputFeature feature = network.inputs().get(i);
      fields.add(
          new Field(
              feature.name(),
              ports == null ? IN_DATA : ports.get(i),
              0,
              ports == null ? low : 0,
              feature.fieldBits(),
              feature.encoding(),
              feature.range().min(),
              feature.range().max(),
              feature.levels()));
      low += feature.fieldBits();
    }
    return fields;
  }

  /**
   * The features, some in each beat: feature i in beat {@code i / simd}, the first one of a beat in
   * its lowest bits. All fields are equally wide: as wide as the codes of all features together
   * need, where those of a bipolar feature are 0 and 1.
   *
   * @param simd features a beat, at least 1
   */
  public static List<Field> groups(IntegerNetwork network, int simd) {
    int width =
        network.inputs().stream().map(Fields::codes).reduce(Interval::union).orElseThrow().width();
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < network.inputs().size(); i++) {
      InputFeature feature = network.inputs().get(i);
      // In a field that no negative code makes one bit wider, a signed code has no sign bit.
      boolean plain = feature.encoding() == Encoding.SIGNED && feature.min() >= 0;
      fields.add(
          new Field(
              feature.name(),
              IN_DATA,
              i / simd,
              i % simd * width,
              width,
              plain ? Encoding.UNSIGNED : feature.encoding(),
              feature.min(),
              feature.max()));
    }
    return fields;
  }

  private static Interval codes(InputFeature feature) {
    return feature.encoding() == Encoding.BIPOLAR ? new Interval(0, 1) : feature.range();
  }

  /** Beats of {@code simd} features each that hold so many features. */
  public static int beats(int features, int simd) {
    return (features + simd - 1) / simd;
  }

  /** The width of a beat of {@link #groups} in whole bytes, in bits. */
  public static int groupBits(List<Field> groups, int simd) {
    return (simd * groups.get(0).width() + 7) / 8 * 8;
  }

  /**
   * The class, then the scores, as far as they are wanted; a network without classes gives its
   * scores.
   */
  public static List<Field> outputs(IntegerNetwork network, Outputs outputs, boolean beat) {
    boolean scores = network.classes() == 0 || outputs.hasScores();
    return outputs(network, outputs, beat, scores ? NetworkRanges.of(network).scores() : List.of());
  }

  /**
   * As above, of any network with as many classes and scores.
   *
   * @param range of all scores
   * @throws InvalidInputException if scores take more than 64 bits
   */
  public static List<Field> outputs(
      IntegerNetwork network, Outputs outputs, boolean beat, Range range) {
    if (range.width() > Long.SIZE) {
      throw new InvalidInputException(
          "scores of the declared ranges",
          range.width() + " bits",
          "at most 64: narrower weights, biases or multipliers");
    }
    Interval interval = new Interval(range.min().longValueExact(), range.max().longValueExact());
    return outputs(network, outputs, beat, Collections.nCopies(network.scores(), interval));
  }

  private static List<Field> outputs(
      IntegerNetwork network, Outputs outputs, boolean beat, List<Interval> scores) {
    List<Field> fields = new ArrayList<>();
    int low = 0;
    if (network.classes() > 0 && outputs.hasClass()) {
      Interval range = new Interval(0, network.classes() - 1);
      fields.add(result("class", range, beat, low));
      low += range.width();
    }
    if (network.classes() == 0 || outputs.hasScores()) {
      for (int k = 0; k < scores.size(); k++) {
        fields.add(result("score_" + k, scores.get(k), beat, low));
        low += scores.get(k).width();
      }
    }
    return fields;
  }

  private static Field result(String name, Interval range, boolean beat, int low) {
    return new Field(
        name,
        beat ? OUT_DATA : name + "_o",
        beat ? low : 0,
        range.width(),
        range.min() < 0 ? Encoding.SIGNED : Encoding.UNSIGNED,
        range.min(),
        range.max());
  }

  /** The sum of the fields' widths. */
  public static int bits(List<Field> fields) {
    return fields.stream().mapToInt(Field::width).sum();
  }

  /** The fields' widths in whole bytes, in bits. */
  public static int beatBits(List<Field> fields) {
    return (bits(fields) + 7) / 8 * 8;
  }
}
