package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;

/** {@code factor * x + constant}, with numbers of its own for each neuron. */
record Affine(NeuronNumbers factors, NeuronNumbers constants) {

  /** Whether all neurons have the same factor. */
  boolean hasOneFactor() {
    return factors.range().isSingle();
  }

  /** The factor of all neurons. */
  BigInteger oneFactor() {
    return factors.range().min();
  }

  /** What a neuron's {@code x} in a range becomes before the constant is added. */
  Range product(int neuron, Range x) {
    return x.times(factors.range(neuron));
  }

  /** What a neuron's {@code x} in a range becomes. */
  Range apply(int neuron, Range x) {
    return product(neuron, x).plus(constants.range(neuron));
  }
}
