package io.hdlgen.quantizer.train.net;

/** Finds the step with which levels come nearest to given numbers, in the mean square. */
final class StepSearch {
  private static final int CANDIDATES = 60;

  private StepSearch() {}

  /**
   * The best step for every {@code stride}-th number from {@code first} on; 1 if all are 0.
   *
   * @param values {@code [rows][columns]}
   * @param importance of an error in each row
   */
  static float of(
      LevelRounding levels,
      float[] values,
      float[] importance,
      int columns,
      int first,
      int stride) {
    float greatest = 0;
    double sum = 0;
    int count = 0;
    for (int at = first; at < values.length; at += stride) {
      greatest = Math.max(greatest, Math.abs(values[at]));
      sum += Math.abs(values[at]);
      count++;
    }
    if (!(greatest > 0)) {
      return 1;
    }
    if (levels.max() == 1 && levels.nearest(0) != 0) {
      return (float) Math.max(sum / count, Float.MIN_NORMAL);
    }
    float best = greatest / levels.max();
    double least = Double.POSITIVE_INFINITY;
    for (int c = 1; c <= CANDIDATES; c++) {
      float step = Math.max(greatest / levels.max() * c / (CANDIDATES - 10), Float.MIN_NORMAL);
      double error = 0;
      for (int at = first; at < values.length; at += stride) {
        double difference = values[at] - step * levels.nearest(values[at] / step);
        error += importance[at / columns] * difference * difference;
      }
      if (error < least) {
        least = error;
        best = step;
      }
    }
    return best;
  }
}
