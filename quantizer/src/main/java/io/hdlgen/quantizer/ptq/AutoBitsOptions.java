package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.function.ToDoubleFunction;

/**
 * What a search for bits looks for.
 *
 * @param maxDrop accuracy that may be lost against the float network, 0 to 1: half a percentage
 *     point is 0.005
 * @param validationFraction part of the rows, class by class, that accuracy is measured on; the
 *     others calibrate; over 0, below 1
 * @param maxTrials networks that may be tried, at least 8
 * @param cost what is to be small
 */
public record AutoBitsOptions(
    double maxDrop,
    double validationFraction,
    int maxTrials,
    ToDoubleFunction<IntegerNetwork> cost) {
  public AutoBitsOptions {
    check("accuracy drop", maxDrop, maxDrop >= 0 && maxDrop <= 1, "a fraction from 0 to 1");
    check(
        "validation fraction",
        validationFraction,
        validationFraction > 0 && validationFraction < 1,
        "a number between 0 and 1");
    check("number of trials", maxTrials, maxTrials >= BitSearch.MAX_BITS, "at least 8");
  }

  /** Half of the rows measure, up to 150 networks are tried, cost is {@link AdderBits}. */
  public static AutoBitsOptions of(double maxDrop) {
    return new AutoBitsOptions(maxDrop, 0.5, 150, AdderBits::of);
  }

  private static void check(String what, double value, boolean right, String expected) {
    if (!right) {
      throw new InvalidInputException(what, Double.toString(value), expected);
    }
  }
}
