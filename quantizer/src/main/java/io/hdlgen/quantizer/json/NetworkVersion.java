package io.hdlgen.quantizer.json;

import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.IntegerNetwork;

/**
 * The least version of the format that can say what a network is. It is the one that is written, so
 * that older tools read all that they understand, and refuse the rest as newer.
 */
final class NetworkVersion {
  /** From here on layers may have an arithmetic, and an argmax a tournament. */
  static final int APPROXIMATE = 2;

  private NetworkVersion() {}

  static int of(IntegerNetwork network) {
    boolean exactLayers =
        network.layers().stream().allMatch(layer -> layer.arithmetic() instanceof Arithmetic.Exact);
    boolean exactDecision =
        !(network.decision() instanceof Decision.ArgMax argMax) || argMax.tournament().isEmpty();
    return exactLayers && exactDecision ? 1 : APPROXIMATE;
  }
}
