package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How many bits post-training quantization may spend.
 *
 * @param weightBits of every weight, 1 to 16; one bit means -1 and +1
 * @param activationBits of every hidden value, 1 to 8
 * @param inputBits of every feature, 1 to 16
 * @param inputScale the step between two codes of every feature, greater than 0, with offset 0; if
 *     absent it is derived from the calibration rows, feature by feature
 * @param inputSigned whether the codes of a feature may be negative; if absent, as the calibration
 *     rows ask for
 */
public record PtqOptions(
    int weightBits,
    int activationBits,
    int inputBits,
    OptionalDouble inputScale,
    Optional<Boolean> inputSigned) {
  private static final int MAX_WEIGHT_BITS = 16;
  private static final int MAX_ACTIVATION_BITS = 8;
  private static final int MAX_INPUT_BITS = 16;

  public PtqOptions {
    checkBits("weight bits", weightBits, MAX_WEIGHT_BITS);
    checkBits("activation bits", activationBits, MAX_ACTIVATION_BITS);
    checkBits("input bits", inputBits, MAX_INPUT_BITS);
    if (inputScale.isPresent()
        && !(inputScale.getAsDouble() > 0 && Double.isFinite(inputScale.getAsDouble()))) {
      throw new InvalidInputException(
          "input scale", Double.toString(inputScale.getAsDouble()), "a number greater than 0");
    }
  }

  /** Options whose input scales and signs come from the calibration rows. */
  public static PtqOptions of(int weightBits, int activationBits, int inputBits) {
    return new PtqOptions(
        weightBits, activationBits, inputBits, OptionalDouble.empty(), Optional.empty());
  }

  private static void checkBits(String what, int bits, int max) {
    if (bits < 1 || bits > max) {
      throw new InvalidInputException(what, Integer.toString(bits), "1 to " + max);
    }
  }
}
