package io.hdlgen.quantizer.onnx.integer;

import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.onnx.chain.Chain;

/**
 * What a neuron makes of its accumulator: a function that does not descend, from a range of
 * integers to integers.
 *
 * @param chain from the accumulator before the row was flipped
 * @param sign -1 if the row was flipped, 0 if it was zeroed, else 1
 * @param range of the accumulator
 */
record NeuronFunction(Chain chain, int sign, Interval range) {

  long at(long accumulator) {
    return (long) chain.apply(sign < 0 ? -accumulator : accumulator);
  }

  long lowest() {
    return at(range.min());
  }

  long highest() {
    return at(range.max());
  }

  /**
   * For each level the smallest accumulator that gets there, found by binary search. What is always
   * met is the least of the range, what is never met is one past its greatest.
   */
  LongVector thresholds(long first, long step, int levels) {
    long[] thresholds = new long[levels];
    for (int level = 0; level < levels; level++) {
      thresholds[level] = smallest(first + (level + 1) * step);
    }
    return LongVector.of(thresholds);
  }

  /** The smallest accumulator of the range whose value is at least {@code value}. */
  long smallest(long value) {
    long low = range.min();
    long high = Math.addExact(range.max(), 1);
    while (low < high) {
      long middle = Math.floorDiv(low + high, 2);
      if (at(middle) >= value) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
