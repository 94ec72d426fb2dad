package io.hdlgen.hdl.netlist;

import io.hdlgen.quantizer.network.Interval;
import java.math.BigInteger;

/**
 * The integers {@code min .. max} that a value can take. It fixes the value's field of bits: two's
 * complement if {@code min < 0}, else plain binary, in as few bits as hold both bounds (at least
 * one).
 */
public record Range(BigInteger min, BigInteger max) {
  /** One bit: 0 or 1. */
  public static final Range BIT = of(0, 1);

  public Range {
    if (min.compareTo(max) > 0) {
      throw new IllegalArgumentException("empty range [" + min + ", " + max + "]");
    }
  }

  public static Range of(long min, long max) {
    return new Range(BigInteger.valueOf(min), BigInteger.valueOf(max));
  }

  public static Range of(Interval interval) {
    return of(interval.min(), interval.max());
  }

  /** The range of one value. */
  public static Range single(BigInteger value) {
    return new Range(value, value);
  }

  /** All unsigned values of {@code width} bits. */
  public static Range unsigned(int width) {
    return new Range(BigInteger.ZERO, BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE));
  }

  /** All two's complement values of {@code width} bits. */
  public static Range signed(int width) {
    BigInteger half = BigInteger.ONE.shiftLeft(width - 1);
    return new Range(half.negate(), half.subtract(BigInteger.ONE));
  }

  /** Whether the field is two's complement. */
  public boolean isSigned() {
    return min.signum() < 0;
  }

  /** Bits of the field. */
  public int width() {
    if (isSigned()) {
      return 1 + Math.max(min.bitLength(), max.bitLength());
    }
    return Math.max(1, max.bitLength());
  }

  public boolean isSingle() {
    return min.equals(max);
  }

  public boolean contains(BigInteger value) {
    return min.compareTo(value) <= 0 && value.compareTo(max) <= 0;
  }

  public boolean contains(Range other) {
    return contains(other.min) && contains(other.max);
  }

  public Range plus(Range other) {
    return new Range(min.add(other.min), max.add(other.max));
  }

  public Range minus(Range other) {
    return new Range(min.subtract(other.max), max.subtract(other.min));
  }

  public Range times(Range other) {
    BigInteger a = min.multiply(other.min);
    BigInteger b = min.multiply(other.max);
    BigInteger c = max.multiply(other.min);
    BigInteger d = max.multiply(other.max);
    return new Range(a.min(b).min(c).min(d), a.max(b).max(c).max(d));
  }

  public Range shiftLeft(int amount) {
    return new Range(min.shiftLeft(amount), max.shiftLeft(amount));
  }

  public Range union(Range other) {
    return new Range(min.min(other.min), max.max(other.max));
  }

  /**
   * The values that lie in both.
   *
   * @throws IllegalArgumentException if there are none
   */
  public Range intersect(Range other) {
    return new Range(min.max(other.min), max.min(other.max));
  }

  @Override
  public String toString() {
    return "[" + min + ", " + max + "]";
  }
}
