package io.hdlgen.cli;

import io.hdlgen.quantizer.error.InvalidInputException;

/** Limits of numbers on the command line. */
final class NumberLimits {
  private NumberLimits() {}

  /**
   * The value itself.
   *
   * @throws InvalidInputException if it is less than {@code min} or more than {@code max}
   */
  static int check(String option, int value, int min, int max) {
    if (value < min || value > max) {
      throw new InvalidInputException(
          option, Integer.toString(value), "%d to %d".formatted(min, max));
    }
    return value;
  }
}
