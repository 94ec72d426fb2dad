package io.hdlgen.hdl.lower;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The canonical signed-digit form of an integer: the fewest powers of two that add up to it, no two
 * of them neighbours. Source: Reitwiesner, "Binary Arithmetic", Advances in Computers 1, 1960.
 */
final class SignedDigits {
  private SignedDigits() {}

  /** {@code 2^shift}, or its negative. */
  record Digit(int shift, boolean negative) {}

  /** The digits of {@code value}, the lowest first; none for zero. */
  static List<Digit> of(BigInteger value) {
    List<Digit> digits = new ArrayList<>();
    BigInteger rest = value.abs();
    boolean turned = value.signum() < 0;
    for (int shift = 0; rest.signum() != 0; shift++) {
      if (rest.testBit(0)) {
        boolean minus = rest.testBit(1);
        digits.add(new Digit(shift, minus != turned));
        rest = minus ? rest.add(BigInteger.ONE) : rest.subtract(BigInteger.ONE);
      }
      rest = rest.shiftRight(1);
    }
    return digits;
  }
}
