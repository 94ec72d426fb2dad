package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.NetworkRanges;
import java.util.ArrayList;
import java.util.List;

/** Chooses the weights of the last layer and the decision. */
final class OutputLayerFitter {
  private final QuantizedInputs inputs;
  private final WeightRange weightRange;

  OutputLayerFitter(QuantizedInputs inputs, WeightRange weightRange) {
    this.inputs = inputs;
    this.weightRange = weightRange;
  }

  /** The integer layer and what decides on its accumulators. */
  record Output(DenseLayer layer, Decision decision, double scale) {}

  /**
   * The layer of these outputs.
   *
   * @param wanted real weights {@code [outputs][inputs]}, in units of the input codes
   * @param targets the float network's outputs, {@code [outputs][rows]}
   * @param ranges of the input codes
   */
  Output fit(String name, double[][] wanted, double[][] targets, List<Interval> ranges) {
    double[][] correlations = new double[targets.length][];
    for (int k = 0; k < targets.length; k++) {
      correlations[k] = inputs.covarianceWith(targets[k]);
    }
    int[][] q =
        new IntegerLeastSquares(inputs.covariance(), weightRange, wanted, correlations).solve();
    double xx = 0;
    double xy = 0;
    double[][] sums = new double[q.length][];
    for (int k = 0; k < q.length; k++) {
      sums[k] = inputs.accumulate(q[k]);
      double meanX = QuantizedInputs.mean(sums[k]);
      for (int r = 0; r < sums[k].length; r++) {
        xx += (sums[k][r] - meanX) * (sums[k][r] - meanX);
        xy += (sums[k][r] - meanX) * targets[k][r];
      }
    }
    double scale = xx > 0 ? Math.max(0, xy / xx) : 0;
    double[] biases = new double[q.length];
    for (int k = 0; k < q.length; k++) {
      biases[k] = QuantizedInputs.mean(targets[k]) - scale * QuantizedInputs.mean(sums[k]);
    }
    DenseLayer layer =
        new DenseLayer(
            name, Weights.matrix(q), LongVector.filled(q.length, 0), new Activation.Identity());
    int m = Integer.getInteger("M", 16);
    long[] c = new long[q.length];
    for (int k = 0; k < c.length; k++) c[k] = Math.round(biases[k] / scale * m);
    Decision decision =
        q.length == 1
            ? new Decision.Threshold(
                LongVector.of(1), LongVector.of(0), threshold(scale, biases[0], layer, ranges))
            : new Decision.ArgMax(LongVector.filled(q.length, m), LongVector.of(c));
    return new Output(layer, decision, scale);
  }

  /** The least accumulator at which the real output is not negative, by bisection. */
  private static long threshold(
      double scale, double bias, DenseLayer layer, List<Interval> ranges) {
    Interval range = NetworkRanges.accumulators(layer, ranges).get(0);
    long low = range.min();
    long high = range.max() + 1;
    while (low < high) {
      long middle = Math.floorDiv(low + high, 2);
      if (scale * middle + bias >= 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
