package io.hdlgen.quantizer.network;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Finds where a feature's code reaches a value: the exact double, by bisection over all doubles, so
 * that every rounding and every tie comes out as {@link InputFeature#encode} has it.
 */
public final class FeatureThreshold {
  /** Printed thresholds tell this part of the step between two codes. */
  private static final int FINER = 10;

  private FeatureThreshold() {}

  /**
   * The last real value at which the code is still {@code code} or more, seen from where codes are
   * higher: the least one where codes grow with the value, the greatest one where they fall.
   *
   * @param code above the feature's lowest, not above its highest
   */
  public static double of(InputFeature feature, long code) {
    double sign = Math.signum(feature.scale());
    long below = ordered(-Double.MAX_VALUE);
    long reached = ordered(Double.MAX_VALUE);
    while (below + 1 < reached) {
      // The mean, without the overflow of the sum.
      long middle = (below & reached) + ((below ^ reached) >> 1);
      if (feature.encode(sign * value(middle)) >= code) {
        reached = middle;
      } else {
        below = middle;
      }
    }
    return sign * value(reached);
  }

  /** A threshold for people: as many decimals as tell a tenth of the step between two codes. */
  public static BigDecimal readable(InputFeature feature, double threshold) {
    int decimals = (int) Math.ceil(-Math.log10(Math.abs(feature.scale()) / FINER));
    BigDecimal stripped =
        BigDecimal.valueOf(threshold)
            .setScale(decimals, RoundingMode.HALF_EVEN)
            .stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
  }

  /** Whole numbers in the order of the doubles; its own inverse but for the reading of bits. */
  private static long ordered(double x) {
    long bits = Double.doubleToLongBits(x);
    return bits >= 0 ? bits : Long.MIN_VALUE - bits;
  }

  private static double value(long ordered) {
    return Double.longBitsToDouble(ordered >= 0 ? ordered : Long.MIN_VALUE - ordered);
  }
}
