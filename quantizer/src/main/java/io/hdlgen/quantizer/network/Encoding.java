package io.hdlgen.quantizer.network;

/** How the code of an input feature lies in its field of bits. */
public enum Encoding {
  /** Codes {@code 0 .. 2^bits - 1}, in binary. */
  UNSIGNED,
  /** Codes {@code -2^(bits-1) .. 2^(bits-1) - 1}, in two's complement. */
  SIGNED,
  /** Codes -1 and +1, in one bit: 0 means -1, 1 means +1. */
  BIPOLAR,
  /**
   * Codes {@code 0 .. n} of n levels, in n bits: the bits below the code are 1, the others 0. What
   * the comparators of a flash converter give, without an encoder behind them.
   */
  THERMOMETER
}
