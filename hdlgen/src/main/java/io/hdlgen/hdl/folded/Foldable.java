package io.hdlgen.hdl.folded;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.Optional;

/**
 * Which networks layers can share hardware for: those of exact sums over codes, with an exact
 * decision on scores. Approximations differ from neuron to neuron, so that there would be little to
 * share.
 */
public final class Foldable {
  private Foldable() {}

  /** Whether a network can be folded. */
  public static boolean is(IntegerNetwork network) {
    return obstacle(network).isEmpty();
  }

  /**
   * Refuses a network that cannot be folded.
   *
   * @throws InvalidInputException naming what stands against it
   */
  public static void require(IntegerNetwork network) {
    Optional<String> obstacle = obstacle(network);
    if (obstacle.isPresent()) {
      throw new InvalidInputException(
          "--arch folded",
          obstacle.get() + ", which a folded design does not compute",
          "--arch unrolled or combinational");
    }
  }

  /** What of a network no folded design computes; empty if one can be made. */
  public static Optional<String> obstacle(IntegerNetwork network) {
    for (DenseLayer layer : network.layers()) {
      if (!(layer.arithmetic() instanceof Arithmetic.Exact)) {
        return Optional.of("masked summands or saturated groups in layer " + layer.name());
      }
    }
    if (network.decision() instanceof Decision.ArgMax argMax && !argMax.tournament().isEmpty()) {
      return Optional.of("an argmax of chosen bits");
    }
    if (network.decision() instanceof Decision.OnBits) {
      return Optional.of("a decision by a table or a diagram");
    }
    if (network.hasThermometers()) {
      return Optional.of("thermometer features");
    }
    return Optional.empty();
  }
}
