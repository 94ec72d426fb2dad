package io.hdlgen.quantizer.onnx;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How to quantize the inputs of a quantized model that does not say. What is left out is 16 bits,
 * signed, with a scale of 2^-10.
 *
 * @param bits 1 to 32
 * @param scale positive
 */
public record InputDefaults(OptionalInt bits, OptionalDouble scale, Optional<Boolean> signed) {
  /** Nothing said. */
  public static final InputDefaults NONE =
      new InputDefaults(OptionalInt.empty(), OptionalDouble.empty(), Optional.empty());

  public InputDefaults {
    if (bits.isPresent() && (bits.getAsInt() < 1 || bits.getAsInt() > 32)) {
      throw new IllegalArgumentException(bits.getAsInt() + " input bits, not 1 to 32");
    }
    if (scale.isPresent() && !(scale.getAsDouble() > 0 && Double.isFinite(scale.getAsDouble()))) {
      throw new IllegalArgumentException("input scale " + scale.getAsDouble());
    }
  }
}
