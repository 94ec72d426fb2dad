package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.network.LongMatrix;

final class Weights {
  static LongMatrix matrix(int[][] q) {
    long[][] w = new long[q.length][q[0].length];
    for (int k = 0; k < q.length; k++) for (int i = 0; i < w[k].length; i++) w[k][i] = q[k][i];
    return LongMatrix.of(w);
  }
}
