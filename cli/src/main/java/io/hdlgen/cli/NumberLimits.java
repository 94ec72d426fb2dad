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
   * The learning rate itself.
   *
   * @throws InvalidInputException if it is not above 0, or more than 10
   */
  static double learningRate(double value) {
    if (!(value >= Double.MIN_NORMAL && value <= 10)) {
      throw new InvalidInputException(
          "--learning-rate", Double.toString(value), "a number above 0, at most 10");
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
