package io.hdlgen.quantizer.format;

import io.hdlgen.quantizer.error.InvalidInputException;

/** The integers that a hidden value may be. */
public sealed interface ActivationFormat {
  /** The most bits of a hidden value. */
  int MAX_BITS = 8;

  /** The lowest value. */
  int min();

  /** The highest value. */
  int max();

  /** What two neighbours differ by. */
  default int step() {
    return 1;
  }

  /**
   * {@code 0 .. 2^bits - 1}: behind a ReLU.
   *
   * @param bits 1 to 8
   */
  record Unsigned(int bits) implements ActivationFormat {
    public Unsigned {
      check(bits, 1);
    }

    @Override
    public int min() {
      return 0;
    }

    @Override
    public int max() {
      return (1 << bits) - 1;
    }
  }

  /**
   * {@code -(2^(bits-1) - 1) .. 2^(bits-1) - 1}: behind a hard tanh.
   *
   * @param bits 2 to 8
   */
  record Signed(int bits) implements ActivationFormat {
    public Signed {
      check(bits, 2);
    }

    @Override
    public int min() {
      return -max();
    }

    @Override
    public int max() {
      return (1 << (bits - 1)) - 1;
    }
  }

  /** -1 and 1: the sign, +1 at zero. */
  record Bipolar() implements ActivationFormat {
    @Override
    public int min() {
      return -1;
    }

    @Override
    public int max() {
      return 1;
    }

    @Override
    public int step() {
      return 2;
    }
  }

  private static void check(int bits, int min) {
    if (bits < min || bits > MAX_BITS) {
      throw new InvalidInputException(
          "activation bits", Integer.toString(bits), min + " to " + MAX_BITS);
    }
  }
}
