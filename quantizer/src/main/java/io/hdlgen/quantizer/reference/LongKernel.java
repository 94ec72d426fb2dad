package io.hdlgen.quantizer.reference;

import io.hdlgen.quantizer.network.AccumulatorFunction;
import io.hdlgen.quantizer.network.ActivationFunction;
import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongVector;

/**
 * The plain evaluation in {@code long}, one row at a time. With {@code checked}, every operation
 * that leaves the range of {@code long} throws {@link ArithmeticException}; without, range analysis
 * has shown that none can.
 */
final class LongKernel implements BatchKernel {
  private final IntegerNetwork network;
  private final boolean checked;
  private final long[][][] weights;

  LongKernel(IntegerNetwork network, boolean checked) {
    this.network = network;
    this.checked = checked;
    this.weights = new long[network.layers().size()][][];
    for (int l = 0; l < weights.length; l++) {
      DenseLayer layer = network.layers().get(l);
      weights[l] = new long[layer.outputs()][];
      for (int n = 0; n < layer.outputs(); n++) {
        weights[l][n] = layer.weights().row(n).toArray();
      }
    }
  }

  /** The accumulators of layer {@code l}, {@code [outputs]}. */
  long[] accumulate(int l, long[] inputs) {
    DenseLayer layer = network.layers().get(l);
    LongVector biases = layer.biases();
    boolean exact = layer.arithmetic() instanceof Arithmetic.Exact;
    long[] sums = new long[biases.size()];
    for (int n = 0; n < sums.length; n++) {
      if (!exact) {
        sums[n] = AccumulatorFunction.apply(layer, n, inputs);
        continue;
      }
      long[] row = weights[l][n];
      sums[n] = checked ? sumChecked(biases.get(n), row, inputs) : sum(biases.get(n), row, inputs);
    }
    return sums;
  }

  private static long sum(long bias, long[] row, long[] inputs) {
    long sum = bias;
    for (int i = 0; i < row.length; i++) {
      sum += row[i] * inputs[i];
    }
    return sum;
  }

  private static long sumChecked(long bias, long[] row, long[] inputs) {
    long sum = bias;
    for (int i = 0; i < row.length; i++) {
      sum = Math.addExact(sum, Math.multiplyExact(row[i], inputs[i]));
    }
    return sum;
  }

  /** The values of layer {@code l}, {@code [outputs]}. */
  long[] activate(int l, long[] accumulators) {
    long[] values = new long[accumulators.length];
    for (int n = 0; n < values.length; n++) {
      values[n] =
          ActivationFunction.apply(network.layers().get(l).activation(), n, accumulators[n]);
    }
    return values;
  }

  /** The scores, {@code [scores]}, from the last layer's values; the values if there are none. */
  long[] operands(long[] values) {
    if (!(network.decision() instanceof Decision.OnScores decision)) {
      return values;
    }
    long[] scores = new long[values.length];
    for (int k = 0; k < scores.length; k++) {
      long product = Math.multiplyExact(decision.multipliers().get(k), values[k]);
      scores[k] = Math.addExact(product, decision.offsets().get(k));
    }
    return scores;
  }

  @Override
  public void operands(long[][] codes, long[][] operands, int first, int last) {
    for (int r = first; r < last; r++) {
      long[] values = network.inputValues(codes[r]);
      for (int l = 0; l < weights.length; l++) {
        values = activate(l, accumulate(l, values));
      }
      operands[r] = operands(values);
    }
  }
}
