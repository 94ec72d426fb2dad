package io.hdlgen.quantizer.onnx.integer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Evenly spaced thresholds: threshold {@code i} (from 0) is where {@code floor((x - origin) /
 * step)} becomes {@code i + 1}.
 *
 * <p>Thresholds that were rounded to {@code float} are not evenly spaced to the last bit. Any line
 * will do that passes, at each threshold, between the {@code float} before it and itself: no input
 * can tell the difference. Where there is no such line, one may pass up to the {@code float} behind
 * it, which an input that equals the threshold can tell.
 *
 * @param step positive
 * @param exact whether it holds for every {@code float} x
 */
record EvenSpacing(double origin, double step, boolean exact) {
  /** Finer than this part of a step no feature resolves its input. */
  private static final double RESOLUTION = 0x1p-40;

  /**
   * The spacing of thresholds that ascend; empty if they are not evenly spaced.
   *
   * @param thresholds at least two
   */
  static Optional<EvenSpacing> of(List<Double> thresholds) {
    int levels = thresholds.size();
    double span = thresholds.get(levels - 1) - thresholds.get(0);
    double step = span / (levels - 1);
    if (!(step > 0) || Double.isInfinite(step)) {
      return Optional.empty();
    }
    double[] above = new double[levels];
    double[] below = new double[levels];
    for (int i = 0; i < levels; i++) {
      above[i] = thresholds.get(i);
      below[i] = Math.min(before(above[i]), above[i] - step * RESOLUTION);
    }
    EvenSpacing simple = new EvenSpacing(above[0] - step, step, true);
    if (simple.separates(below, above)) {
      return Optional.of(simple);
    }
    double[] behind = Arrays.stream(above).map(EvenSpacing::behind).toArray();
    return between(below, above, true).or(() -> between(below, behind, false));
  }

  /** The float before a threshold. */
  private static double before(double threshold) {
    float rounded = (float) threshold;
    return rounded < threshold ? rounded : Math.nextDown(rounded);
  }

  /** The float behind a threshold. */
  private static double behind(double threshold) {
    float rounded = (float) threshold;
    return rounded > threshold ? rounded : Math.nextUp(rounded);
  }

  private boolean separates(double[] below, double[] above) {
    boolean separate = true;
    for (int i = 0; i < above.length; i++) {
      separate &= Math.floor((above[i] - origin) / step) == i + 1;
      separate &= Math.floor((below[i] - origin) / step) == i;
    }
    return separate;
  }

  /** The middle one of the lines that pass through all intervals, if there are any. */
  private static Optional<EvenSpacing> between(double[] below, double[] above, boolean exact) {
    double least = 0;
    double greatest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < above.length; i++) {
      for (int j = i + 1; j < above.length; j++) {
        least = Math.max(least, (below[j] - above[i]) / (j - i));
        greatest = Math.min(greatest, (above[j] - below[i]) / (j - i));
      }
    }
    double step = least + (greatest - least) / 2;
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    for (int i = 0; i < above.length; i++) {
      low = Math.max(low, below[i] - step * (i + 1));
      high = Math.min(high, above[i] - step * (i + 1));
    }
    if (!(least < greatest && low <= high)) {
      return Optional.empty();
    }
    return Optional.of(new EvenSpacing(low + (high - low) / 2, step, exact))
        .filter(spacing -> spacing.separates(below, above));
  }
}
