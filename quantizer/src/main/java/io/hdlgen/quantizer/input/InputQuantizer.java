package io.hdlgen.quantizer.input;

import io.hdlgen.quantizer.calibration.Levels;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses the codes of the input features.
 *
 * <p>Where all calibration values are integers that fit in the field, a code is the value itself,
 * and the range that the hardware is built for is the one of the whole data. Where all values are
 * pixels, which is to say multiples of 1/255 from 0 to 1, as doubles, as floats or in six decimals,
 * every feature gets {@code 2^bits} levels from 0 to 1. Other features get {@code 2^bits} levels
 * over the range that the calibration finds for them.
 */
public final class InputQuantizer {
  private static final int PIXEL_MAX = 255;

  /** How far six decimals may be off: tables hold pixels as floats, too, or as text of floats. */
  private static final double PIXEL_ERROR = 5.1e-7;

  private final List<String> names;
  private final double[][] rows;
  private final InputOptions options;

  private InputQuantizer(List<String> names, double[][] rows, InputOptions options) {
    this.names = names;
    this.rows = rows;
    this.options = options;
  }

  /**
   * The features of {@code rows}, which are finite and not empty.
   *
   * @throws InvalidInputException if the options do not fit the rows
   */
  public static List<InputFeature> features(
      List<String> names, double[][] rows, InputOptions options) {
    return new InputQuantizer(names, rows, options).features();
  }

  private List<InputFeature> features() {
    double[] least = new double[names.size()];
    double[] greatest = new double[names.size()];
    boolean[] integers = new boolean[names.size()];
    for (int i = 0; i < names.size(); i++) {
      least[i] = Double.POSITIVE_INFINITY;
      greatest[i] = Double.NEGATIVE_INFINITY;
      integers[i] = true;
      for (double[] row : rows) {
        least[i] = Math.min(least[i], row[i]);
        greatest[i] = Math.max(greatest[i], row[i]);
        integers[i] &= row[i] == Math.rint(row[i]);
      }
    }
    if (options.scale().isPresent()) {
      return scaled(least, options.scale().getAsDouble());
    }
    if (!options.signed().orElse(false) && arePixels(integers)) {
      return scaled(least, 1 / (Math.pow(2, options.bits()) - 1));
    }
    boolean[] plain = new boolean[names.size()];
    for (int i = 0; i < names.size(); i++) {
      Interval field = InputFeature.field(encoding(least[i] < 0), options.bits());
      plain[i] = integers[i] && least[i] >= field.min() && greatest[i] <= field.max();
    }
    List<InputFeature> features = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (!plain[i]) {
        features.add(affineFeature(i, least[i], greatest[i]));
        continue;
      }
      Encoding encoding = encoding(least[i] < 0);
      double low = 0;
      double high = 1;
      for (int k = 0; k < names.size(); k++) {
        if (plain[k] && encoding(least[k] < 0) == encoding) {
          low = Math.min(low, least[k]);
          high = Math.max(high, greatest[k]);
        }
      }
      features.add(integerFeature(names.get(i), encoding, (long) low, (long) high));
    }
    return features;
  }

  private boolean arePixels(boolean[] integers) {
    boolean fraction = false;
    for (boolean integer : integers) {
      fraction |= !integer;
    }
    return fraction
        && Arrays.stream(rows).flatMapToDouble(Arrays::stream).allMatch(InputQuantizer::isPixel);
  }

  private static boolean isPixel(double value) {
    double pixel = Math.rint(value * PIXEL_MAX) / PIXEL_MAX;
    // 0 and 1 are never rounded: what is only near to 0 is a small number, and no dark pixel.
    return value >= 0
        && value <= 1
        && (pixel == value || pixel > 0 && pixel < 1 && Math.abs(pixel - value) < PIXEL_ERROR);
  }

  /** One scale for all. */
  private List<InputFeature> scaled(double[] least, double scale) {
    boolean negative = false;
    for (double value : least) {
      negative |= value < 0;
    }
    Encoding encoding = encoding(negative);
    return names.stream()
        .map(
            name ->
                InputFeature.filling(name, options.bits(), encoding, scale, 0, Rounding.HALF_EVEN))
        .toList();
  }

  private Encoding encoding(boolean negative) {
    return options.signed().orElse(negative) ? Encoding.SIGNED : Encoding.UNSIGNED;
  }

  /**
   * Code = value. All such features of one encoding share one range: a pixel that is dark in every
   * calibration row may be lit tomorrow, and must not leave the range that the hardware is built
   * for.
   */
  private InputFeature integerFeature(String name, Encoding encoding, long low, long high) {
    int bits = 1;
    while (!InputFeature.field(encoding, bits).contains(low)
        || (!InputFeature.field(encoding, bits).contains(high) && bits < options.bits())) {
      bits++;
    }
    long max = Math.min(high, InputFeature.field(encoding, bits).max());
    return new InputFeature(name, bits, encoding, low, max, 1, 0, Rounding.HALF_EVEN);
  }

  /**
   * {@code 2^bits} levels over the calibrated range; one step a unit if there is one value only.
   */
  private InputFeature affineFeature(int index, double least, double greatest) {
    String name = names.get(index);
    if (!Double.isFinite(greatest - least)) {
      throw new InvalidInputException(
          "feature " + name,
          "values from %s to %s".formatted(least, greatest),
          "a range that a double can hold");
    }
    Interval field = InputFeature.field(encoding(false), options.bits());
    double base = least;
    double scale = 1;
    if (greatest > least) {
      double[] values = Arrays.stream(rows).mapToDouble(row -> row[index]).toArray();
      Levels levels = options.calibration().levels(values, (int) (field.max() - field.min()));
      base = levels.base();
      scale = levels.spacing();
      if (base > greatest || base + scale == base) {
        // Too near to each other for a double to have steps between.
        base = least;
        scale = greatest - least;
      }
    }
    return InputFeature.filling(
        name,
        options.bits(),
        encoding(false),
        scale,
        base - scale * field.min(),
        Rounding.HALF_EVEN);
  }
}
