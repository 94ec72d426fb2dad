package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.List;

/** {@code factor * x + constant}, with numbers of its own for each neuron. */
record Affine(List<BigInteger> factors, List<BigInteger> constants) {
  Affine {
    factors = List.copyOf(factors);
    constants = List.copyOf(constants);
  }

  /** Whether all neurons have the same factor. */
  boolean hasOneFactor() {
    return factors.stream().distinct().count() == 1;
  }

  /** Whether it changes nothing. */
  boolean isIdentity() {
    return factors.stream().allMatch(BigInteger.ONE::equals)
        && constants.stream().allMatch(constant -> constant.signum() == 0);
  }

  /** What a neuron's {@code x} in a range becomes. */
  Range apply(int neuron, Range x) {
    BigInteger factor = factors.get(neuron);
    BigInteger a = x.min().multiply(factor);
    BigInteger b = x.max().multiply(factor);
    return new Range(a.min(b), a.max(b)).plus(Range.single(constants.get(neuron)));
  }
}
