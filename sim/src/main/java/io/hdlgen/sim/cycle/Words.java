package io.hdlgen.sim.cycle;

import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;

/**
 * A value as 64-bit words, lowest first, that together hold its integer in two's complement: so an
 * unsigned value of 64 bits takes two words.
 *
 * @param places where the words are
 * @param signed whether the field is two's complement
 * @param width bits of the field
 */
record Words(int[] places, boolean signed, int width) {

  static int count(boolean signed, int width) {
    return signed ? (width + 63) / 64 : width / 64 + 1;
  }

  static int count(Range range) {
    return count(range.isSigned(), range.width());
  }

  /** Bits of the field in the highest word; 0 where that word is only the sign. */
  static int topBits(boolean signed, int width) {
    return width - 64 * (count(signed, width) - 1);
  }

  /** Whether each value of this field is one of the other field. */
  boolean fitsIn(boolean otherSigned, int otherWidth) {
    if (signed == otherSigned) {
      return width <= otherWidth;
    }
    return otherSigned && width < otherWidth;
  }

  /** Word {@code index} of an integer. */
  static long word(BigInteger value, int index) {
    return value.shiftRight(64 * index).longValue();
  }
}
