package io.hdlgen.cli;

import io.hdlgen.flow.Precision;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.format.WeightFormat;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** How many bits numbers may have. */
final class PrecisionOptions {
  @Option(
      names = "--bits",
      paramLabel = "N",
      description =
          "Bits of weights and hidden activations, 1 to 8; a weight of 1 bit is -1 or +1.")
  private Integer bits;

  @Option(
      names = "--weight-bits",
      paramLabel = "N",
      description = "Bits of weights (default: as --bits).")
  private Integer weightBits;

  @Option(
      names = "--act-bits",
      paramLabel = "N",
      description = "Bits of hidden activations (default: as --bits).")
  private Integer activationBits;

  @Option(
      names = "--layer-bits",
      paramLabel = "N,N,...",
      description = "Bits of weights and activations of each layer, in place of --bits.")
  private String layerBits;

  @Option(
      names = "--weights",
      paramLabel = "FORMAT",
      description =
          "Which integers weights may be: int2 to int8 (rounded: int16), ternary, binary, pow2-2 to"
              + " pow2-5 (zero and powers of two in so many bits), digits-1 to digits-4 (sums of so"
              + " many powers of two); one for all layers, or a list with commas.")
  private String weights;

  @Option(
      names = "--input-bits",
      paramLabel = "N",
      description = "Bits of inputs, where the model does not say (default: 8).")
  private Integer inputBits;

  @Option(
      names = "--input-scale",
      paramLabel = "X",
      description = "Step between two input codes, where the model does not say.")
  private Double inputScale;

  @Option(
      names = "--input-signed",
      negatable = true,
      description = "Whether input codes can be negative, where the model does not say.")
  private Boolean inputSigned;

  Precision precision() {
    if (inputScale != null && (!(inputScale > 0) || inputScale.isInfinite())) {
      throw new InvalidInputException("--input-scale", "" + inputScale, "a number above 0");
    }
    return new Precision(
        optional(bits),
        optional(weightBits),
        optional(activationBits),
        NumberList.numbers("--layer-bits", layerBits),
        NumberList.entries("--weights", weights).stream().map(WeightFormat::parse).toList(),
        optional(inputBits),
        inputScale == null ? OptionalDouble.empty() : OptionalDouble.of(inputScale),
        Optional.ofNullable(inputSigned));
  }

  private static OptionalInt optional(Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
