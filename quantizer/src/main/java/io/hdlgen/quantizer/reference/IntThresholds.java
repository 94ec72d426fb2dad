package io.hdlgen.quantizer.reference;

import java.util.Arrays;

/**
 * Threshold counting in {@code int}.
 *
 * @param first value below all thresholds
 * @param step what each threshold adds; of no consequence without thresholds
 * @param thresholds ascending, those alone that some accumulators reach and others do not
 */
record IntThresholds(int first, int step, int[] thresholds) implements IntActivation {
  /** Up to here, comparing with every threshold in vectors beats a binary search. */
  private static final int LINEAR = 32;

  @Override
  public int[] apply(int[] accumulators) {
    int[] values = new int[accumulators.length];
    Arrays.fill(values, first);
    if (thresholds.length <= LINEAR) {
      for (int threshold : thresholds) {
        addStep(values, accumulators, threshold);
      }
    } else {
      for (int r = 0; r < values.length; r++) {
        values[r] += step * reached(accumulators[r]);
      }
    }
    return values;
  }

  /** Adds the step where the threshold is reached: the sign of the difference is the mask. */
  private void addStep(int[] values, int[] accumulators, int threshold) {
    int below = threshold - 1;
    int gain = step;
    for (int r = 0; r < values.length; r++) {
      values[r] += (below - accumulators[r] >> 31) & gain;
    }
  }

  private int reached(int accumulator) {
    int low = 0;
    int high = thresholds.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (thresholds[middle] <= accumulator) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
