package io.hdlgen.sim.cycle;

/**
 * What one 64-bit word is computed as from others. {@code a}, {@code b} and {@code c} are places of
 * words unless it says otherwise.
 */
enum Operation {
  /** {@code a + b}, cut to {@code 64 - c} bits, c being a number, and read as two's complement. */
  ADD_SIGNED(2),
  /** {@code a + b}, cut to {@code 64 - c} bits, c being a number. */
  ADD_UNSIGNED(2),
  /** {@code a - b}, cut to {@code 64 - c} bits, c being a number, and read as two's complement. */
  SUBTRACT_SIGNED(2),
  /** {@code a - b}, cut to {@code 64 - c} bits, c being a number. */
  SUBTRACT_UNSIGNED(2),
  /** {@code a * b}, cut to {@code 64 - c} bits, c being a number, and read as two's complement. */
  MULTIPLY_SIGNED(2),
  /** {@code a * b}, cut to {@code 64 - c} bits, c being a number. */
  MULTIPLY_UNSIGNED(2),
  /** {@code (a << b) >> c}, b and c being numbers. */
  BITS_SIGNED(1),
  /** {@code (a << b) >>> c}, b and c being numbers. */
  BITS_UNSIGNED(1),
  AND(2),
  OR(2),
  XOR(2),
  /** {@code a != 0 ? b : c}. */
  MUX(3),
  EQUAL(2),
  /** {@code a < b} as two's complement. */
  LESS(2),
  /** {@code a >= b} as two's complement. */
  GREATER_EQUAL(2),
  /** {@code a < b} as unsigned numbers: the carry of a wider sum. */
  LESS_UNSIGNED(2),
  /** Entry a of table number b. */
  TABLE(1),
  /** The word at address a of memory number b. */
  READ(1),
  /** The pieces numbered {@code b .. c - 1}, or-ed together. */
  GATHER(0);

  private final int operands;

  Operation(int operands) {
    this.operands = operands;
  }

  /** How many of a, b, c (from a on) are places of words; the rest are numbers. */
  int operands() {
    return operands;
  }
}
