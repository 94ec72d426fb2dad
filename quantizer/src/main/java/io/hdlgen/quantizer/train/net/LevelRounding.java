package io.hdlgen.quantizer.train.net;

import io.hdlgen.quantizer.format.WeightFormat;

/** Rounding to the levels of a weight format, for floats by the thousand. */
final class LevelRounding {
  /** Far beyond every level, and below what an int holds. */
  private static final float LIMIT = 1 << 20;

  private final float min;
  private final float max;
  private final boolean binary;

  /**
   * The level nearest to {@code k / 2 <= |v| < (k + 1) / 2} by {@code k}; null where all integers
   * between the least and the greatest are levels.
   */
  private final float[] magnitudes;

  LevelRounding(WeightFormat format) {
    long[] levels = format.levels();
    min = format.min();
    max = format.max();
    binary = !format.hasZero();
    boolean contiguous = levels.length == format.max() - format.min() + 1;
    magnitudes = binary || contiguous ? null : magnitudes(levels);
  }

  private static float[] magnitudes(long[] levels) {
    int max = (int) levels[levels.length - 1];
    float[] magnitudes = new float[2 * max + 1];
    int at = levels.length / 2;
    for (int k = 0; k < magnitudes.length; k++) {
      // Half way between two levels is a multiple of one half.
      while (at + 1 < levels.length && levels[at] + levels[at + 1] <= k) {
        at++;
      }
      magnitudes[k] = levels[at];
    }
    return magnitudes;
  }

  float min() {
    return min;
  }

  float max() {
    return max;
  }

  /** The level nearest to {@code v}; the greater in magnitude on a tie. */
  float nearest(float v) {
    if (binary) {
      return v >= 0 ? 1 : -1;
    }
    float magnitude = Math.min(Math.abs(v), LIMIT);
    float rounded =
        magnitudes == null
            ? (float) (int) (magnitude + 0.5f)
            : magnitudes[Math.min((int) (2 * magnitude), magnitudes.length - 1)];
    return Math.max(min, Math.min(max, v < 0 ? -rounded : rounded));
  }

  /**
   * The levels of a row: {@code levels[at + j]} is nearest to {@code values[at + j] * factors[j]}.
   */
  void nearest(float[] values, float[] factors, int at, int n, float[] levels) {
    if (binary || magnitudes != null) {
      for (int j = 0; j < n; j++) {
        levels[at + j] = nearest(values[at + j] * factors[j]);
      }
      return;
    }
    // The same without branches, which costs a fraction.
    for (int j = 0; j < n; j++) {
      float v = values[at + j] * factors[j];
      float rounded = (int) (Math.min(Math.abs(v), LIMIT) + 0.5f);
      levels[at + j] = Math.max(min, Math.min(max, Math.copySign(rounded, v)));
    }
  }
}
