package io.hdlgen.canids.wire;

import java.util.BitSet;

/** A growing sequence of bits. */
public final class Bits {
  private final BitSet bits = new BitSet();
  private int size;

  public int size() {
    return size;
  }

  /** Whether the bit is recessive. */
  public boolean get(int index) {
    return bits.get(index);
  }

  /** Adds a bit. */
  public Bits add(boolean recessive) {
    bits.set(size++, recessive);
    return this;
  }

  /** Adds the lowest bits of a number, the highest of them first. */
  public Bits add(long value, int width) {
    for (int i = width - 1; i >= 0; i--) {
      add((value >> i & 1) != 0);
    }
    return this;
  }

  /** The bits from {@code from} on as a number, the first the highest; at most 31. */
  public int number(int from, int width) {
    int value = 0;
    for (int i = from; i < from + width; i++) {
      value = 2 * value + (bits.get(i) ? 1 : 0);
    }
    return value;
  }

  /** Zeros and ones, the first bit first. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < size; i++) {
      text.append(bits.get(i) ? '1' : '0');
    }
    return text.toString();
  }
}
