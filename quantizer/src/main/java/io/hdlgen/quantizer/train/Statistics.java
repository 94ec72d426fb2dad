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
        float[] sums = network.sums(to - from, gather(codes, which, from, to), l).values();
        for (int r = 0; r < to - from; r++) {
          for (int j = 0; j < n; j++) {
            double y = sums[r * n + j];
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

  /** The rows {@code which[from .. to - 1]} of a matrix. */
  static Matrix gather(Matrix matrix, int[] which, int from, int to) {
    int n = matrix.columns();
    Matrix part = new Matrix(to - from, n);
    for (int r = from; r < to; r++) {
      System.arraycopy(matrix.values(), which[r] * n, part.values(), (r - from) * n, n);
    }
    return part;
  }
}
