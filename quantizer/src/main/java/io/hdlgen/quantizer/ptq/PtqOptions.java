package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.input.InputOptions;

/**
 * How many bits post-training quantization may spend.
 *
 * @param weightBits of every weight, 1 to 16; one bit means -1 and +1
 * @param activationBits of every hidden value, 1 to 8
 * @param inputs how the features are quantized
 */
public record PtqOptions(int weightBits, int activationBits, InputOptions inputs) {
  private static final int MAX_WEIGHT_BITS = 16;
  private static final int MAX_ACTIVATION_BITS = 8;

  public PtqOptions {
    checkBits("weight bits", weightBits, MAX_WEIGHT_BITS);
    checkBits("activation bits", activationBits, MAX_ACTIVATION_BITS);
  }

  /** Options whose input scales and signs come from the calibration rows. */
  public static PtqOptions of(int weightBits, int activationBits, int inputBits) {
    return new PtqOptions(weightBits, activationBits, InputOptions.ofBits(inputBits));
  }

  private static void checkBits(String what, int bits, int max) {
    if (bits < 1 || bits > max) {
      throw new InvalidInputException(what, Integer.toString(bits), "1 to " + max);
    }
  }
}
