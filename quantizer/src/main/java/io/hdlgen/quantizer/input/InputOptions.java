package io.hdlgen.quantizer.input;

import io.hdlgen.quantizer.calibration.Calibration;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the features of a network are to be quantized.
 *
 * @param bits of every feature, 1 to 16
 * @param scale the step between two codes of every feature, greater than 0, with offset 0; if
 *     absent it is derived from the calibration rows, feature by feature
 * @param signed whether the codes of a feature may be negative; if absent, as the calibration rows
 *     ask for
 * @param calibration which range a feature covers whose scale is derived; without effect on pixels
 *     and on features whose codes are their values
 */
public record InputOptions(
    int bits, OptionalDouble scale, Optional<Boolean> signed, Calibration calibration) {
  /** The most bits of a feature. */
  public static final int MAX_BITS = 16;

  public InputOptions {
    if (bits < 1 || bits > MAX_BITS) {
      throw new InvalidInputException("input bits", Integer.toString(bits), "1 to " + MAX_BITS);
    }
    if (scale.isPresent() && !(scale.getAsDouble() > 0 && Double.isFinite(scale.getAsDouble()))) {
      throw new InvalidInputException(
          "input scale", Double.toString(scale.getAsDouble()), "a number greater than 0");
    }
  }

  /** Options with the usual calibration, {@link Calibration.MinMax}. */
  public InputOptions(int bits, OptionalDouble scale, Optional<Boolean> signed) {
    this(bits, scale, signed, new Calibration.MinMax());
  }

  /** The same with another calibration. */
  public InputOptions with(Calibration other) {
    return new InputOptions(bits, scale, signed, other);
  }

  /** Features of {@code bits} bits, whose scales and signs come from the calibration rows. */
  public static InputOptions ofBits(int bits) {
    return new InputOptions(bits, OptionalDouble.empty(), Optional.empty());
  }
}
