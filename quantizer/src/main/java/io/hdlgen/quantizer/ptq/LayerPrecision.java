package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.format.ActivationFormat;
import io.hdlgen.quantizer.format.WeightFormat;

/**
 * What one layer's numbers may be. How its values are coded follows from the float layer's
 * activation: unsigned behind ReLU and sigmoid, else two's complement (bipolar in one bit).
 *
 * @param weights what its weights may be
 * @param activationBits of every value, 1 to 8; without effect in the last layer
 */
public record LayerPrecision(WeightFormat weights, int activationBits) {
  public LayerPrecision {
    checkBits("activation bits", activationBits, ActivationFormat.MAX_BITS);
  }

  /**
   * Integers.
   *
   * @param weightBits 1 to 16; one bit means -1 and +1
   * @param activationBits 1 to 8
   */
  public static LayerPrecision ofBits(int weightBits, int activationBits) {
    checkBits("weight bits", weightBits, WeightFormat.MAX_BITS);
    return new LayerPrecision(WeightFormat.ofBits(weightBits), activationBits);
  }

  private static void checkBits(String what, int bits, int max) {
    if (bits < 1 || bits > max) {
      throw new InvalidInputException(what, Integer.toString(bits), "1 to " + max);
    }
  }
}
