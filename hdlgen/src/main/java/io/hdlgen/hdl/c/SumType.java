package io.hdlgen.hdl.c;

import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import java.util.List;

/**
 * The type that a layer's sums are computed in. A partial sum can lie outside the range of the
 * whole one, and overflow is undefined in C; so the type holds the magnitudes of bias and products
 * added up, and with them each partial sum. In 64 bits the partial sums in the order of the inputs
 * fit, because the range analysis has added them up without overflow.
 */
final class SumType {
  private SumType() {}

  /**
   * The type for one layer.
   *
   * @param inputs {@code [inputs]}, the ranges of what it takes
   */
  static CType of(DenseLayer layer, List<Interval> inputs) {
    try {
      return CType.from(CType.INT16, new Interval(0, bound(layer, inputs)));
    } catch (ArithmeticException beyondLong) {
      return CType.INT64;
    }
  }

  /** No bias, weight, input, product or partial sum is greater in magnitude. */
  private static long bound(DenseLayer layer, List<Interval> inputs) {
    long[] magnitudes = new long[inputs.size()];
    long bound = 0;
    for (int i = 0; i < magnitudes.length; i++) {
      magnitudes[i] = Math.max(magnitude(inputs.get(i).min()), magnitude(inputs.get(i).max()));
      bound = Math.max(bound, magnitudes[i]);
    }
    for (int n = 0; n < layer.outputs(); n++) {
      LongVector row = layer.weights().row(n);
      long sum = magnitude(layer.biases().get(n));
      for (int i = 0; i < magnitudes.length; i++) {
        long weight = magnitude(row.get(i));
        bound = Math.max(bound, weight);
        sum = Math.addExact(sum, Math.multiplyExact(weight, magnitudes[i]));
      }
      bound = Math.max(bound, sum);
    }
    return bound;
  }

  private static long magnitude(long value) {
    return value < 0 ? Math.negateExact(value) : value;
  }
}
