package io.hdlgen.quantizer.onnx.integer;

import io.hdlgen.quantizer.network.Interval;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * Whether integer scores order every two classes as the real outputs do, at all values in reach.
 *
 * <p>Exact: real outputs are {@code double}s taken as the dyadic rationals that they are. For two
 * classes i and j, j wins from one value of j on, which depends on the value of i: that bound is
 * computed for every value of i both ways.
 */
final class ScoreOrder {
  /** The most bounds that are computed. */
  private static final long MAX_WORK = 1 << 22;

  private final BigInteger[] gains;
  private final BigInteger[] offsets;
  private final List<Interval> ranges;

  ScoreOrder(double[] gains, double[] offsets, List<Interval> ranges) {
    int digits = 0;
    for (int k = 0; k < gains.length; k++) {
      digits = Math.max(digits, new BigDecimal(gains[k]).scale());
      digits = Math.max(digits, new BigDecimal(offsets[k]).scale());
    }
    this.gains = integers(gains, digits);
    this.offsets = integers(offsets, digits);
    this.ranges = ranges;
  }

  private static BigInteger[] integers(double[] values, int digits) {
    BigInteger[] integers = new BigInteger[values.length];
    for (int k = 0; k < values.length; k++) {
      integers[k] = new BigDecimal(values[k]).scaleByPowerOfTen(digits).toBigIntegerExact();
    }
    return integers;
  }

  /** Whether the check is affordable. */
  boolean isPracticable() {
    long work = 0;
    for (Interval range : ranges) {
      long size = range.max() - range.min();
      if (size > MAX_WORK) {
        return false;
      }
      work += size * ranges.size();
    }
    return work <= MAX_WORK;
  }

  /**
   * Whether the scaling orders all pairs as the real outputs do; ties count for the lower class.
   */
  boolean isKept(ScoreScaling scaling) {
    for (int i = 0; i < gains.length; i++) {
      for (int j = i + 1; j < gains.length; j++) {
        if (!isKept(scaling, i, j)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isKept(ScoreScaling scaling, int i, int j) {
    BigInteger difference = offsets[i].subtract(offsets[j]);
    long integerDifference = Math.subtractExact(scaling.offsets().get(i), scaling.offsets().get(j));
    long low = ranges.get(j).min() - 1;
    long high = ranges.get(j).max();
    for (long value = ranges.get(i).min(); value <= ranges.get(i).max(); value++) {
      // j wins where its value is greater than the quotient.
      BigInteger real = gains[i].multiply(BigInteger.valueOf(value)).add(difference);
      BigInteger bound = floorDivide(real, gains[j]);
      BigInteger clamped = bound.max(BigInteger.valueOf(low)).min(BigInteger.valueOf(high));
      long score =
          Math.addExact(Math.multiplyExact(scaling.multipliers().get(i), value), integerDifference);
      long integerBound = Math.floorDiv(score, scaling.multipliers().get(j));
      if (clamped.longValueExact() != Math.max(low, Math.min(high, integerBound))) {
        return false;
      }
    }
    return true;
  }

  private static BigInteger floorDivide(BigInteger a, BigInteger b) {
    BigInteger[] parts = a.divideAndRemainder(b);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }
}
