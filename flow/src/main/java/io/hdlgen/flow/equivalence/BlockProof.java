package io.hdlgen.flow.equivalence;

import io.hdlgen.hdl.netlist.Origin;

/**
 * What was found of one block: the bits of one neuron, or those of one purpose that belong to no
 * neuron.
 *
 * @param origin of the block
 * @param bits outputs and registers of it, compared or (if they read a register without a
 *     counterpart) not
 * @param inputs the most inputs and registers that one of the bits depends on
 * @param counterexample where it differs and for which inputs; empty if it does not
 */
public record BlockProof(
    Origin origin, Method method, int bits, int inputs, String counterexample) {

  /** For people: {@code layer 1 neuron 0}, {@code layer 1 (weights)}. */
  public String describe() {
    return origin.neuron() == Origin.NONE
        ? origin.describe()
        : "layer " + origin.layer() + " neuron " + origin.neuron();
  }
}
