package io.hdlgen.flow;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.format.ActivationFormat;
import io.hdlgen.quantizer.format.WeightFormat;
import io.hdlgen.quantizer.input.InputOptions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How many bits numbers may have, as far as the user says; the model says the rest.
 *
 * @param bits of weights and hidden activations, 1 to 8
 * @param weightBits of weights, 1 to 16; goes before {@code bits}
 * @param activationBits of hidden activations, 1 to 8; goes before {@code bits}
 * @param layerBits of weights and activations, 1 to 8, one a layer; empty, or in place of all above
 * @param weights which integers weights may be: one for all layers or one a layer; goes before all
 *     numbers of bits
 * @param inputBits of features
 * @param inputScale the step between two codes of every feature
 * @param inputSigned whether codes of features may be negative
 */
public record Precision(
    OptionalInt bits,
    OptionalInt weightBits,
    OptionalInt activationBits,
    List<Integer> layerBits,
    List<WeightFormat> weights,
    OptionalInt inputBits,
    OptionalDouble inputScale,
    Optional<Boolean> inputSigned) {
  /** The bits of weights, hidden activations and features where nothing is said. */
  public static final int DEFAULT_BITS = 8;

  private static final int MAX_INPUT_BITS = 32;

  /** Nothing said. */
  public static final Precision UNSAID =
      new Precision(
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          List.of(),
          List.of(),
          OptionalInt.empty(),
          OptionalDouble.empty(),
          Optional.empty());

  public Precision {
    layerBits = List.copyOf(layerBits);
    weights = List.copyOf(weights);
    int most = ActivationFormat.MAX_BITS;
    limit("--bits", bits, most, "; weights alone may have more: --weight-bits");
    limit("--weight-bits", weightBits, WeightFormat.MAX_BITS, "");
    limit("--act-bits", activationBits, most, "");
    limit("--input-bits", inputBits, MAX_INPUT_BITS, "");
    for (int bitsOfLayer : layerBits) {
      limit("--layer-bits", OptionalInt.of(bitsOfLayer), most, " for each layer");
    }
    if (!layerBits.isEmpty()
        && (bits.isPresent() || weightBits.isPresent() || activationBits.isPresent())) {
      throw new InvalidInputException(
          "--layer-bits",
          "--bits, --weight-bits or --act-bits beside it",
          "one or the other: leave the others out");
    }
    if (bits.isPresent()
        && activationBits.isPresent()
        && (weightBits.isPresent() || !weights.isEmpty())) {
      throw new InvalidInputException(
          "--bits",
          "--act-bits and --weight%s beside it".formatted(weights.isEmpty() ? "-bits" : "s"),
          "at most one of them: they leave it nothing to say");
    }
    if (!weights.isEmpty() && weightBits.isPresent()) {
      throw new InvalidInputException(
          "--weights", "--weight-bits beside it", "one of them: leave the other out");
    }
  }

  /** {@code bits} for weights and hidden activations. */
  public static Precision ofBits(int bits) {
    return UNSAID.withBits(bits);
  }

  /** With {@code count} bits for weights and hidden activations. */
  public Precision withBits(int count) {
    return new Precision(
        OptionalInt.of(count),
        weightBits,
        activationBits,
        layerBits,
        weights,
        inputBits,
        inputScale,
        inputSigned);
  }

  /** With weights of these formats: one for all layers, or one a layer. */
  public Precision withWeights(List<WeightFormat> formats) {
    return new Precision(
        bits, weightBits, activationBits, layerBits, formats, inputBits, inputScale, inputSigned);
  }

  /** With {@code count} bits for features. */
  public Precision withInputBits(int count) {
    return new Precision(
        bits,
        weightBits,
        activationBits,
        layerBits,
        weights,
        OptionalInt.of(count),
        inputScale,
        inputSigned);
  }

  /** Whether weights or activations are asked to have other bits than the model's. */
  public boolean asksForQuantization() {
    return bits.isPresent()
        || weightBits.isPresent()
        || activationBits.isPresent()
        || !layerBits.isEmpty()
        || !weights.isEmpty();
  }

  /** Whether the codes of the features are asked to be others than the model's. */
  boolean asksForInputs() {
    return inputBits.isPresent() || inputScale.isPresent() || inputSigned.isPresent();
  }

  /** How features are quantized. */
  InputOptions inputs() {
    return new InputOptions(inputBits.orElse(DEFAULT_BITS), inputScale, inputSigned);
  }

  /** The bits of a layer's weights; {@link #weights} may say more. */
  int weightBitsOf(int layer) {
    return layerBits.isEmpty()
        ? (weightBits.isPresent() ? weightBits : bits).orElse(DEFAULT_BITS)
        : layerBits.get(layer);
  }

  /** The bits of a layer's activations. */
  int activationBitsOf(int layer) {
    return layerBits.isEmpty()
        ? (activationBits.isPresent() ? activationBits : bits).orElse(DEFAULT_BITS)
        : layerBits.get(layer);
  }

  private static void limit(String option, OptionalInt bits, int max, String more) {
    if (bits.isPresent() && (bits.getAsInt() < 1 || bits.getAsInt() > max)) {
      throw new InvalidInputException(
          option, Integer.toString(bits.getAsInt()), "1 to " + max + more);
    }
  }
}
