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

  /**
   * Seconds since the beginning of a log, infinite for its end.
   *
   * @throws InvalidInputException if they are below 0 or no number
   */
  static double seconds(String option, double value) {
    if (!(value >= 0)) {
      throw new InvalidInputException(option, Double.toString(value), "seconds, at least 0");
    }
    return value;
  }
}
