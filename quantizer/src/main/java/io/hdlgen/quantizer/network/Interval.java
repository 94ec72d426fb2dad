package io.hdlgen.quantizer.network;

/**
 * The closed integer interval {@code [min, max]}.
 *
 * <p>Arithmetic is checked: a bound that does not fit in a {@code long} throws {@link
 * ArithmeticException}.
 */
public record Interval(long min, long max) {
  public Interval {
    if (min > max) {
      throw new IllegalArgumentException("empty interval [" + min + ", " + max + "]");
    }
  }

  /** The interval that holds {@code value} alone. */
  public static Interval of(long value) {
    return new Interval(value, value);
  }

  /** All {@code a + b}. */
  public Interval plus(Interval other) {
    return new Interval(Math.addExact(min, other.min), Math.addExact(max, other.max));
  }

  /** All {@code factor * a}. */
  public Interval times(long factor) {
    long a = Math.multiplyExact(min, factor);
    long b = Math.multiplyExact(max, factor);
    return new Interval(Math.min(a, b), Math.max(a, b));
  }

  /** The smallest interval that holds both. */
  public Interval union(Interval other) {
    return new Interval(Math.min(min, other.min), Math.max(max, other.max));
  }

  public boolean contains(long value) {
    return min <= value && value <= max;
  }

  public boolean isSingle() {
    return min == max;
  }

  /** Bits of the shortest binary (two's complement if {@code min < 0}) field; at least 1. */
  public int width() {
    if (min < 0) {
      return 1 + Math.max(64 - Long.numberOfLeadingZeros(~min), bits(max));
    }
    return Math.max(1, bits(max));
  }

  private static int bits(long value) {
    return value <= 0 ? 0 : 64 - Long.numberOfLeadingZeros(value);
  }

  @Override
  public String toString() {
    return "[" + min + ", " + max + "]";
  }
}
