package io.hdlgen.hdl.folded;

import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.Optional;

/** Which networks a folded design can compute. */
public final class Foldable {
  private Foldable() {}

  /** What of a network no folded design computes; empty if one can be made. */
  public static Optional<String> obstacle(IntegerNetwork network) {
    if (network.decision() instanceof Decision.OnBits) {
      return Optional.of("a decision by a table or a diagram");
    }
    if (network.hasThermometers()) {
      return Optional.of("thermometer features");
    }
    return Optional.empty();
  }
}
