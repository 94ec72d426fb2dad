package io.hdlgen.quantizer.train;

import io.hdlgen.quantizer.train.compute.Matrix;
import io.hdlgen.quantizer.train.net.HiddenLayer;
import io.hdlgen.quantizer.train.net.Mlp;

/** Measures what batch normalisation takes as mean and variance, over many rows. */
final class Statistics {
  private Statistics() {}

  /** Layer by layer, over the rows of {@code codes} that {@code which} names. */
  static void measure(Mlp network, Matrix codes, int[] which) {
    for (int l = 0; l < network.hidden().size(); l++) {
      HiddenLayer layer = network.hidden().get(l);
      int n = layer.mean().length;
      double[] sum = new double[n];
      double[] squares = new double[n];
      for (int from = 0; from < which.length; from += network.capacity()) {
        int to = Math.min(which.length, from + network.capacity());
        Matrix sums = network.sums(to - from, codes.select(which, from, to), l);
        for (int r = 0; r < to - from; r++) {
          for (int j = 0; j < n; j++) {
            double y = sums.get(r, j);
            sum[j] += y;
            squares[j] += y * y;
          }
        }
      }
      for (int j = 0; j < n; j++) {
        sum[j] /= which.length;
        squares[j] = Math.max(0, squares[j] / which.length - sum[j] * sum[j]);
      }
      layer.setStatistics(sum, squares, network.scale(l));
    }
  }
}
