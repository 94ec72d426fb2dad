package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.List;

/**
 * A number that each neuron has its own of, beside weights.
 *
 * @param name its port, without {@code _i}
 * @param values one a neuron
 * @param idle what neurons that fill up the last group have
 */
record Parameter(String name, List<BigInteger> values, BigInteger idle) {
  Parameter {
    values = List.copyOf(values);
  }

  /** The range of all values. */
  Range range() {
    Range range = Range.single(idle);
    for (BigInteger value : values) {
      range = range.union(Range.single(value));
    }
    return range;
  }

  /** Whether all neurons, those that fill up too, have the same value. */
  boolean isConstant() {
    return range().isSingle();
  }

  /** The value of a neuron, or of one beyond the last. */
  BigInteger value(int neuron) {
    return neuron < values.size() ? values.get(neuron) : idle;
  }

  /** The two's complement or binary field of a neuron's value. */
  BigInteger field(int neuron) {
    int width = range().width();
    return value(neuron).and(BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE));
  }
}
