package io.hdlgen.quantizer.ptq;

/**
 * A layer of an integer network that is still being changed.
 *
 * @param weights {@code [outputs][inputs]}
 * @param thresholds {@code [outputs][levels]} of a hidden layer; null in the last layer
 * @param codes what the thresholds give; null in the last layer
 */
record IntegerLayer(int[][] weights, long[][] thresholds, ValueCodes codes) {
  int outputs() {
    return weights.length;
  }

  boolean isLast() {
    return thresholds == null;
  }

  /** The value of neuron {@code n} at this accumulator. */
  int value(int n, double accumulator) {
    long[] row = thresholds[n];
    int low = 0;
    int high = row.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (row[middle] <= accumulator) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return codes.code(low);
  }
}
