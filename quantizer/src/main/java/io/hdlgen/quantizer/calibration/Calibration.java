package io.hdlgen.quantizer.calibration;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;

/**
 * How the range of a quantizer follows from the values that it meets on calibration rows. As text:
 * {@code minmax}, {@code percentile} (99.9), {@code percentile-P}, {@code mse}.
 */
public sealed interface Calibration {
  /** The usual percentile. */
  double DEFAULT_PERCENT = 99.9;

  /**
   * The quantizer of {@code estimates} that are to stand for {@code truths}.
   *
   * @param estimates finite, at least one
   * @param truths finite, one an estimate
   * @param count number of thresholds, at least 1
   */
  Levels levels(double[] estimates, double[] truths, int count);

  /** The name that {@link #parse} reads. */
  String text();

  /** The quantizer of values that stand for themselves. */
  default Levels levels(double[] values, int count) {
    return levels(values, values, count);
  }

  /** From the least to the greatest value. */
  record MinMax() implements Calibration {
    @Override
    public Levels levels(double[] estimates, double[] truths, int count) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (double truth : truths) {
        low = Math.min(low, truth);
        high = Math.max(high, truth);
      }
      return Levels.between(low, high, count);
    }

    @Override
    public String text() {
      return "minmax";
    }
  }

  /**
   * All but the outermost values: {@code 100 - percent} percent of the values (rounded down) may
   * lie beyond either end. Where that leaves a single value, the whole range is taken.
   *
   * @param percent over 50, at most 100
   */
  record Percentile(double percent) implements Calibration {
    public Percentile {
      if (!(percent > 50 && percent <= 100)) {
        throw new InvalidInputException(
            "percentile", Double.toString(percent), "a number over 50, at most 100");
      }
    }

    @Override
    public Levels levels(double[] estimates, double[] truths, int count) {
      double[] sorted = truths.clone();
      Arrays.sort(sorted);
      int beyond = (int) Math.floor((1 - percent / 100) * sorted.length + 1e-9);
      double low = sorted[beyond];
      double high = sorted[sorted.length - 1 - beyond];
      return low < high
          ? Levels.between(low, high, count)
          : new MinMax().levels(estimates, truths, count);
    }

    @Override
    public String text() {
      return "percentile-" + (percent == Math.rint(percent) ? "" + (int) percent : "" + percent);
    }
  }

  /** The range with the least mean squared error, searched for with {@link Levels#fit}. */
  record MeanSquaredError() implements Calibration {
    @Override
    public Levels levels(double[] estimates, double[] truths, int count) {
      return Levels.fit(estimates, truths, count);
    }

    @Override
    public String text() {
      return "mse";
    }
  }

  /**
   * The calibration of a name.
   *
   * @throws InvalidInputException if there is none
   */
  static Calibration parse(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    if (name.equals("minmax")) {
      return new MinMax();
    }
    if (name.equals("mse")) {
      return new MeanSquaredError();
    }
    if (name.equals("percentile")) {
      return new Percentile(DEFAULT_PERCENT);
    }
    if (name.matches("percentile-[0-9]{1,3}([.][0-9]{1,9})?")) {
      return new Percentile(Double.parseDouble(name.substring(name.indexOf('-') + 1)));
    }
    throw new InvalidInputException(
        "calibration",
        "\"" + text + "\"",
        "minmax, mse, percentile, or percentile-P with P from 50 to 100");
  }
}
