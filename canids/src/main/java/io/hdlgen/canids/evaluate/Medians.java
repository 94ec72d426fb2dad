package io.hdlgen.canids.evaluate;

import java.util.Arrays;

/** Of a few numbers; 0 of none. */
final class Medians {
  private Medians() {}

  static double median(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  static double most(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }
}
