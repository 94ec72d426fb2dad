package io.hdlgen.benchmarks.estimates;

import java.util.Arrays;
import java.util.List;

/**
 * Weights, none negative, that make sums of counts come near measurements: the least sum of
 * relative errors, each over the larger of both, by least squares that are weighted anew in each
 * round.
 */
final class Fit {
  private static final int ROUNDS = 60;
  private static final int SWEEPS = 200;
  private static final double LEAST_ERROR = 0.02;

  private Fit() {}

  /**
   * @param counts {@code [designs][kinds]}
   * @param measured one a design
   */
  static double[] weights(List<double[]> counts, List<Double> measured) {
    int kinds = counts.isEmpty() ? 0 : counts.get(0).length;
    double[] weights = new double[kinds];
    Arrays.fill(weights, 1);
    for (int round = 0; round < ROUNDS; round++) {
      double[] importance = new double[measured.size()];
      for (int i = 0; i < importance.length; i++) {
        double estimate = dot(weights, counts.get(i));
        double larger = Math.max(1, Math.max(estimate, measured.get(i)));
        double error = Math.abs(estimate - measured.get(i)) / larger;
        importance[i] = 1 / (larger * larger * Math.max(LEAST_ERROR, error));
      }
      for (int sweep = 0; sweep < SWEEPS; sweep++) {
        for (int k = 0; k < kinds; k++) {
          improve(weights, k, counts, measured, importance);
        }
      }
    }
    return weights;
  }

  /** The best value of one weight, with the others as they are. */
  private static void improve(
      double[] weights,
      int kind,
      List<double[]> counts,
      List<Double> measured,
      double[] importance) {
    double slope = 0;
    double curvature = 0;
    for (int i = 0; i < importance.length; i++) {
      double count = counts.get(i)[kind];
      slope += importance[i] * count * (measured.get(i) - dot(weights, counts.get(i)));
      curvature += importance[i] * count * count;
    }
    if (curvature > 0) {
      weights[kind] = Math.max(0, weights[kind] + slope / curvature);
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
