package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.NetworkRanges;
import java.util.Arrays;
import java.util.List;

/**
 * A layer of an integer network that is still being changed: the arrays are live.
 *
 * @param weights {@code [outputs][inputs]}
 * @param thresholds {@code [outputs][levels]}, ascending; no levels in the last layer
 * @param codes what the thresholds give; without thresholds in the last layer
 */
record IntegerLayer(String name, int[][] weights, long[][] thresholds, ValueCodes codes) {

  /** A last layer: its accumulators are its values. */
  static IntegerLayer last(String name, int[][] weights) {
    return new IntegerLayer(name, weights, new long[weights.length][0], new ValueCodes(0, 1, 0));
  }

  /** The same, with arrays of its own. */
  IntegerLayer copy() {
    return new IntegerLayer(
        name,
        Arrays.stream(weights).map(int[]::clone).toArray(int[][]::new),
        Arrays.stream(thresholds).map(long[]::clone).toArray(long[][]::new),
        codes);
  }

  int inputs() {
    return weights[0].length;
  }

  int outputs() {
    return weights.length;
  }

  boolean isLast() {
    return codes.count() == 0;
  }

  /** The value of neuron {@code n} of a hidden layer at this accumulator. */
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

  /**
   * The finished layer. Thresholds that no accumulator can tell apart are moved to the nearest end
   * of {@code [min, max + 1]}.
   *
   * @param ranges of the layer's inputs
   */
  DenseLayer toDense(List<Interval> ranges) {
    DenseLayer sums = dense(new Activation.Identity());
    if (isLast()) {
      return sums;
    }
    List<Interval> accumulators = NetworkRanges.accumulators(sums, ranges);
    long[][] clamped = new long[outputs()][codes.count()];
    for (int n = 0; n < clamped.length; n++) {
      long min = accumulators.get(n).min();
      long max = accumulators.get(n).max() + 1;
      for (int k = 0; k < clamped[n].length; k++) {
        clamped[n][k] = Math.max(min, Math.min(max, thresholds[n][k]));
      }
    }
    return dense(
        new Activation.MultiThreshold(codes.first(), codes.step(), LongMatrix.of(clamped)));
  }

  private DenseLayer dense(Activation activation) {
    long[][] wide = new long[outputs()][inputs()];
    for (int n = 0; n < wide.length; n++) {
      for (int i = 0; i < wide[n].length; i++) {
        wide[n][i] = weights[n][i];
      }
    }
    return new DenseLayer(name, LongMatrix.of(wide), LongVector.filled(wide.length, 0), activation);
  }
}
