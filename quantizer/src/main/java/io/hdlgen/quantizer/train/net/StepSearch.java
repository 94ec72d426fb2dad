package io.hdlgen.quantizer.train.net;

import io.hdlgen.quantizer.train.compute.Matrix;

/** Finds the step with which levels come nearest to given numbers, in the mean square. */
final class StepSearch {
  private static final int CANDIDATES = 60;

  private StepSearch() {}

  /**
   * The best step for the numbers of some columns; 1 if all are 0.
   *
   * @param importance of an error in each row
   * @param from the first column
   * @param to one past the last column
   */
  static float of(LevelRounding levels, Matrix matrix, float[] importance, int from, int to) {
    float greatest = 0;
    double sum = 0;
    int count = 0;
    for (int r = 0; r < matrix.rows(); r++) {
      for (int j = from; j < to; j++) {
        greatest = Math.max(greatest, Math.abs(matrix.get(r, j)));
        sum += Math.abs(matrix.get(r, j));
        count++;
      }
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
      for (int r = 0; r < matrix.rows(); r++) {
        for (int j = from; j < to; j++) {
          float value = matrix.get(r, j);
          double difference = value - step * levels.nearest(value / step);
          error += importance[r] * difference * difference;
        }
      }
      if (error < least) {
        least = error;
        best = step;
      }
    }
    return best;
  }
}
