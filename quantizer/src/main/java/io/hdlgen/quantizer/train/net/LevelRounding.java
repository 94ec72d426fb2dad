package io.hdlgen.quantizer.train.net;

import io.hdlgen.quantizer.format.WeightFormat;
import io.hdlgen.quantizer.train.compute.FloatMath;

/** Rounding to the levels of a weight format, for floats by the thousand. */
final class LevelRounding {
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
    if (magnitudes == null) {
      return FloatMath.round(Math.max(min, Math.min(max, v)));
    }
    int half = (int) Math.min(2 * Math.abs(v), magnitudes.length - 1);
    return v < 0 ? -magnitudes[half] : magnitudes[half];
  }

  /** The levels of a row: {@code levels[j]} is nearest to {@code values[j] * factors[j]}. */
  void nearest(float[] values, float[] factors, float[] levels) {
    if (binary || magnitudes != null) {
      for (int j = 0; j < levels.length; j++) {
        levels[j] = nearest(values[j] * factors[j]);
      }
      return;
    }
    nearest(values, factors, levels, min, max);
  }

  /** The same in vector instructions. */
  private static void nearest(
      float[] values, float[] factors, float[] levels, float min, float max) {
    for (int j = 0; j < levels.length; j++) {
      levels[j] = FloatMath.round(Math.max(min, Math.min(max, values[j] * factors[j])));
    }
  }
}
