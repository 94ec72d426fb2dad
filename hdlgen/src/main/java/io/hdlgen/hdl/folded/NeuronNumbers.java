package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * One number a neuron, and what hardware may take for granted of them: the numbers themselves where
 * they are built in, or a declared range where they can be loaded.
 *
 * @param declared holds all values
 */
record NeuronNumbers(List<BigInteger> values, Optional<Range> declared) {
  NeuronNumbers {
    values = List.copyOf(values);
  }

  /** Numbers that are built in. */
  static NeuronNumbers known(List<BigInteger> values) {
    return new NeuronNumbers(values, Optional.empty());
  }

  /** The same number, built in, for {@code count} neurons. */
  static NeuronNumbers all(int count, BigInteger value) {
    return known(Collections.nCopies(count, value));
  }

  /** All integers that the field of a range can hold. */
  static Range field(Range range) {
    return range.isSigned() ? Range.signed(range.width()) : Range.unsigned(range.width());
  }

  /** What a neuron's number can be. */
  Range range(int neuron) {
    return declared.orElseGet(() -> Range.single(values.get(neuron)));
  }

  /** What any neuron's number can be. */
  Range range() {
    Range range = range(0);
    for (int n = 1; n < values.size() && declared.isEmpty(); n++) {
      range = range.union(range(n));
    }
    return range;
  }

  /** What the field can hold that carries these numbers and {@code other}. */
  Range carried(BigInteger other) {
    Range all = range().union(Range.single(other));
    return declared.isEmpty() ? all : field(all);
  }

  NeuronNumbers plus(NeuronNumbers other) {
    return join(other, range().plus(other.range()), BigInteger::add);
  }

  NeuronNumbers times(NeuronNumbers other) {
    return join(other, range().times(other.range()), BigInteger::multiply);
  }

  private NeuronNumbers join(
      NeuronNumbers other, Range range, BinaryOperator<BigInteger> operation) {
    List<BigInteger> joined = new ArrayList<>();
    for (int n = 0; n < values.size(); n++) {
      joined.add(operation.apply(values.get(n), other.values.get(n)));
    }
    boolean known = declared.isEmpty() && other.declared.isEmpty();
    return new NeuronNumbers(joined, known ? Optional.empty() : Optional.of(range));
  }
}
