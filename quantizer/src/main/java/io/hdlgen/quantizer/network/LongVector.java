package io.hdlgen.quantizer.network;

import java.util.Arrays;

/** An immutable vector of integers, equal by content. */
public final class LongVector {
  private final long[] values;

  private LongVector(long[] values) {
    this.values = values;
  }

  /** A copy of {@code values}. */
  public static LongVector of(long... values) {
    return new LongVector(values.clone());
  }

  /** {@code size} times {@code value}. */
  public static LongVector filled(int size, long value) {
    long[] values = new long[size];
    Arrays.fill(values, value);
    return new LongVector(values);
  }

  public int size() {
    return values.length;
  }

  public long get(int index) {
    return values[index];
  }

  /** A fresh array of the values. */
  public long[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LongVector that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
