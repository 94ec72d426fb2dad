package io.hdlgen.canids.wire;

/**
 * The check of a frame: what remains when its bits, with 15 zeros behind them, are divided by x^15
 * + x^14 + x^10 + x^8 + x^7 + x^4 + x^3 + 1 (ISO 11898-1:2015, 10.4.2.6).
 */
final class Crc15 {
  static final int BITS = 15;

  private static final int[] EXPONENTS = {15, 14, 10, 8, 7, 4, 3, 0};

  private Crc15() {}

  /** The remainder of the first {@code count} bits. */
  static int of(Bits message, int count) {
    boolean[] dividend = new boolean[count + BITS];
    for (int i = 0; i < count; i++) {
      dividend[i] = message.get(i);
    }
    for (int i = 0; i < count; i++) {
      if (dividend[i]) {
        for (int exponent : EXPONENTS) {
          dividend[i + BITS - exponent] ^= true;
        }
      }
    }
    int remainder = 0;
    for (int i = count; i < count + BITS; i++) {
      remainder = 2 * remainder + (dividend[i] ? 1 : 0);
    }
    return remainder;
  }
}
