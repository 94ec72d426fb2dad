package io.hdlgen.explore.approximate;

import io.hdlgen.explore.approximate.ApproximationSpace.Draft;
import io.hdlgen.quantizer.network.AccumulatorFunction;
import io.hdlgen.quantizer.network.ActivationFunction;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongVector;
import java.util.Arrays;

/**
 * Moves the biases of approximate layers so that each accumulator has on some rows the mean that it
 * has in the network as it was given: what is cut off is always too little, and a constant costs
 * next to nothing. Source: the correction constant of Schulte and Swartzlander, "Truncated
 * Multiplication with Correction Constant", IEEE Workshop on VLSI Signal Processing, 1993.
 */
final class BiasCorrection {
  private static final int MOST_ROWS = 256;

  private final double[][] rows;
  private final double[][] means;

  /**
   * @param network as it was given
   * @param rows {@code [rows][features]}, real values in the order of the features
   */
  BiasCorrection(IntegerNetwork network, double[][] rows) {
    int every = Math.max(1, (rows.length + MOST_ROWS - 1) / MOST_ROWS);
    double[][] some = new double[(rows.length + every - 1) / every][];
    Arrays.setAll(some, r -> rows[r * every]);
    this.rows = some;
    this.means = new double[network.layers().size()][];
    long[][] values = encode(network);
    for (int l = 0; l < means.length; l++) {
      long[][] sums = sums(network.layers().get(l), values);
      means[l] = mean(sums);
      values = activate(network.layers().get(l), sums);
    }
  }

  /** The network with biases corrected where the draft says so. */
  IntegerNetwork apply(Draft draft) {
    IntegerNetwork network = draft.network();
    long[][] values = encode(network);
    for (int l = 0; l < means.length; l++) {
      DenseLayer layer = network.layers().get(l);
      long[][] sums = sums(layer, values);
      if (draft.corrections().get(l).isPresent()) {
        long step = draft.corrections().get(l).get();
        long[] biases = layer.biases().toArray();
        double[] now = mean(sums);
        for (int n = 0; n < biases.length; n++) {
          long more = step * Math.round((means[l][n] - now[n]) / step);
          biases[n] = Math.addExact(biases[n], more);
          for (long[] row : sums) {
            row[n] += more;
          }
        }
        layer =
            new DenseLayer(
                layer.name(),
                layer.weights(),
                LongVector.of(biases),
                layer.activation(),
                layer.arithmetic());
        network = ApproximationSpace.with(network, l, layer);
      }
      values = activate(layer, sums);
    }
    return network;
  }

  private long[][] encode(IntegerNetwork network) {
    long[][] values = new long[rows.length][];
    for (int r = 0; r < values.length; r++) {
      long[] codes = new long[network.inputs().size()];
      for (int i = 0; i < codes.length; i++) {
        codes[i] = network.inputs().get(i).encode(rows[r][i]);
      }
      values[r] = network.inputValues(codes);
    }
    return values;
  }

  private static long[][] sums(DenseLayer layer, long[][] values) {
    long[][] sums = new long[values.length][layer.outputs()];
    for (int r = 0; r < sums.length; r++) {
      long[] row = values[r];
      Arrays.setAll(sums[r], n -> AccumulatorFunction.apply(layer, n, row));
    }
    return sums;
  }

  private static long[][] activate(DenseLayer layer, long[][] sums) {
    long[][] values = new long[sums.length][layer.outputs()];
    for (int r = 0; r < values.length; r++) {
      long[] row = sums[r];
      Arrays.setAll(values[r], n -> ActivationFunction.apply(layer.activation(), n, row[n]));
    }
    return values;
  }

  private static double[] mean(long[][] sums) {
    double[] mean = new double[sums[0].length];
    for (long[] row : sums) {
      for (int n = 0; n < mean.length; n++) {
        mean[n] += (double) row[n] / sums.length;
      }
    }
    return mean;
  }
}
