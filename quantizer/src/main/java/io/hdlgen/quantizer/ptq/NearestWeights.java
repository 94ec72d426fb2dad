package io.hdlgen.quantizer.ptq;

/**
 * Rounds each weight to the nearest level, with one step for all.
 *
 * @param weights {@code [rows][inputs]}
 * @param scale what a weight of 1 stands for, at least 0
 */
record NearestWeights(int[][] weights, double scale) {
  private static final int STEPS = 40;

  /** The least part of the greatest weight that may be the greatest level. */
  private static final double LEAST = 0.1;

  /**
   * The weights with the least error, over a row of steps; the error of a weight counts as much as
   * its input varies.
   *
   * @param wanted real weights {@code [rows][inputs]}
   * @param variances of the inputs, {@code [inputs]}; where it is 0 the weight becomes 0, if that
   *     is a level
   */
  static NearestWeights of(double[][] wanted, double[] variances, WeightLevels levels) {
    double largest = 0;
    for (double[] row : wanted) {
      for (int i = 0; i < row.length; i++) {
        largest = variances[i] == 0 ? largest : Math.max(largest, Math.abs(row[i]));
      }
    }
    double best = Double.POSITIVE_INFINITY;
    double bestScale = 0;
    for (int step = STEPS; step >= LEAST * STEPS && largest > 0; step--) {
      double scale = largest / levels.max() * step / STEPS;
      double error = 0;
      for (double[] row : wanted) {
        for (int i = 0; i < row.length; i++) {
          double difference = row[i] - scale * levels.nearest(row[i] / scale);
          error += variances[i] * difference * difference;
        }
      }
      if (error < best) {
        best = error;
        bestScale = scale;
      }
    }
    return new NearestWeights(rounded(wanted, variances, levels, bestScale), bestScale);
  }

  private static int[][] rounded(
      double[][] wanted, double[] variances, WeightLevels levels, double scale) {
    int[][] result = new int[wanted.length][variances.length];
    for (int k = 0; k < result.length; k++) {
      for (int i = 0; i < variances.length; i++) {
        boolean idle = scale == 0 || (variances[i] == 0 && levels.hasZero());
        result[k][i] = levels.nearest(idle ? 0 : wanted[k][i] / scale);
      }
    }
    return result;
  }
}
