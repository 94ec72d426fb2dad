package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;

/**
 * A number that each neuron has its own of, beside weights.
 *
 * @param name its port, without {@code _i}
 * @param numbers one a neuron
 * @param idle what neurons that fill up the last group have
 */
record Parameter(String name, NeuronNumbers numbers, BigInteger idle) {

  /** The range of all values. */
  Range range() {
    return numbers.carried(idle);
  }

  /** Whether all neurons, those that fill up too, have the same value. */
  boolean isConstant() {
    return range().isSingle();
  }

  /** The value of a neuron, or of one beyond the last. */
  BigInteger value(int neuron) {
    return neuron < numbers.values().size() ? numbers.values().get(neuron) : idle;
  }
}
