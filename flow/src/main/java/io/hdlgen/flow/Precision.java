package io.hdlgen.flow;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How many bits numbers may have, as far as the user says; the model says the rest.
 *
 * @param bits of weights and hidden activations
 * @param weightBits of weights; goes before {@code bits}
 * @param activationBits of hidden activations; goes before {@code bits}
 * @param inputBits of features
 * @param inputScale the step between two codes of every feature
 * @param inputSigned whether codes of features may be negative
 */
public record Precision(
    OptionalInt bits,
    OptionalInt weightBits,
    OptionalInt activationBits,
    OptionalInt inputBits,
    OptionalDouble inputScale,
    Optional<Boolean> inputSigned) {
  /** Nothing said. */
  public static final Precision UNSAID =
      new Precision(
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalDouble.empty(),
          Optional.empty());

  /** {@code bits} for weights and hidden activations. */
  public static Precision ofBits(int bits) {
    return new Precision(
        OptionalInt.of(bits),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  /** What holds for weights. */
  OptionalInt forWeights() {
    return weightBits.isPresent() ? weightBits : bits;
  }

  /** What holds for hidden activations. */
  OptionalInt forActivations() {
    return activationBits.isPresent() ? activationBits : bits;
  }

  /** Whether weights or activations are asked to have other bits than the model's. */
  boolean asksForQuantization() {
    return bits.isPresent() || weightBits.isPresent() || activationBits.isPresent();
  }
}
