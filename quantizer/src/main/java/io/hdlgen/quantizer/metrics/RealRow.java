package io.hdlgen.quantizer.metrics;

/** A row of numbers, equal to another one with the same numbers; 0 and -0 are the same. */
final class RealRow {
  /** The golden ratio's fraction in 64 bits, odd: the usual multiplier to spread bits. */
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  private final double[] values;
  private final int hash;

  /** A row of these values, which are not copied. */
  RealRow(double[] values) {
    this.values = values;
    long mixed = 0;
    for (double value : values) {
      // Small integers differ in the upper bits alone: those are brought down. -0 + 0 is 0.
      mixed = (mixed ^ Double.doubleToLongBits(value + 0.0)) * SPREAD;
      mixed ^= mixed >>> 32;
    }
    hash = (int) mixed;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof RealRow that)
        || hash != that.hash
        || values.length != that.values.length) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      if (values[i] != that.values[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
