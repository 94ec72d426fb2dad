package io.hdlgen.hdl.folded;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.Optional;

/**
 * Which networks layers can share hardware for: those of exact sums, with an exact decision.
 * Approximations differ from neuron to neuron, so that there would be little to share.
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
          obstacle.get(),
          "--arch combinational or unrolled: what is approximate is not folded");
    }
  }

  private static Optional<String> obstacle(IntegerNetwork network) {
    for (DenseLayer layer : network.layers()) {
      if (!(layer.arithmetic() instanceof Arithmetic.Exact)) {
        return Optional.of("masked summands or saturated groups in layer " + layer.name());
      }
    }
    return network.decision() instanceof Decision.ArgMax argMax && !argMax.tournament().isEmpty()
        ? Optional.of("an argmax of chosen bits")
        : Optional.empty();
  }
}
