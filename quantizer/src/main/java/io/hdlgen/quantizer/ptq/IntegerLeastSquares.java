package io.hdlgen.quantizer.ptq;

import java.util.Arrays;

/**
 * Finds integer weights and one real scale that reproduce real targets best: they minimise {@code
 * sum over k of E|scale * q_k . x - y_k|^2} over the rows k of {@code q}, given the second moments
 * of {@code x} and {@code y}.
 *
 * <p>For given integers the best scale is known in closed form, so the search maximises {@code (sum
 * q_k . g_k)^2 / sum q_k . H q_k} over the integers alone, one coordinate at a time: every change
 * of a weight sees, and makes up for, the errors of all weights before it. This is the objective of
 * Frantar et al., "GPTQ: Accurate Post-Training Quantization for Generative Pre-trained
 * Transformers", ICLR 2023, eq. 1, searched by coordinate descent as in Behdin et al., "QuantEase",
 * 2023, with the scale optimised jointly.
 */
final class IntegerLeastSquares {
  private static final int MAX_SWEEPS = 30;

  /** Starting scales, as fractions of the one at which the greatest weight just fits. */
  private static final double[] STARTS = {1, 0.8, 0.65, 0.5, 0.4, 0.3, 0.22, 0.16};

  /** Weight of the float weights as prior knowledge, in parts of the mean input variance. */
  private static final double RIDGE = 1e-3;

  private final double[][] moments;
  private final WeightLevels levels;
  private final double[][] wanted;
  private final double[][] correlations;
  private final double ridge;

  private int[][] q;
  private double[][] pulls;
  private double numerator;
  private double denominator;

  /**
   * @param moments H, {@code [inputs][inputs]}; an input whose diagonal is 0 gets weight 0 where
   *     the levels have it
   * @param wanted the real weights {@code [rows][inputs]}: the start of the search
   * @param correlations g, {@code [rows][inputs]}
   */
  IntegerLeastSquares(
      double[][] moments, WeightLevels levels, double[][] wanted, double[][] correlations) {
    this.moments = moments;
    this.levels = levels;
    this.wanted = wanted;
    double trace = 0;
    for (int i = 0; i < moments.length; i++) {
      trace += moments[i][i];
    }
    ridge = RIDGE * trace / moments.length;
    this.correlations = new double[wanted.length][moments.length];
    for (int k = 0; k < wanted.length; k++) {
      for (int i = 0; i < moments.length; i++) {
        this.correlations[k][i] =
            moments[i][i] == 0 ? 0 : correlations[k][i] + ridge * wanted[k][i];
      }
    }
  }

  /** The best integers {@code [rows][inputs]} from several starts. */
  int[][] solve() {
    double largest = 0;
    for (double[] row : wanted) {
      for (double weight : row) {
        largest = Math.max(largest, Math.abs(weight));
      }
    }
    int[][] best = null;
    double bestGain = Double.NEGATIVE_INFINITY;
    for (double fraction : STARTS) {
      int[][] found = improve(rounded(fraction * largest / levels.max()));
      if (gain(numerator, denominator) > bestGain) {
        bestGain = gain(numerator, denominator);
        best = found;
      }
    }
    return best;
  }

  private int[][] rounded(double scale) {
    int[][] start = new int[wanted.length][moments.length];
    for (int k = 0; k < wanted.length; k++) {
      for (int i = 0; i < moments.length; i++) {
        boolean idle = moments[i][i] == 0 && levels.hasZero();
        start[k][i] = idle || scale == 0 ? levels.nearest(0) : levels.nearest(wanted[k][i] / scale);
      }
    }
    return start;
  }

  /** Coordinate descent from {@code start}. */
  int[][] improve(int[][] start) {
    q = new int[start.length][];
    pulls = new double[start.length][moments.length];
    numerator = 0;
    denominator = 0;
    for (int k = 0; k < start.length; k++) {
      q[k] = start[k].clone();
      for (int i = 0; i < moments.length; i++) {
        if (q[k][i] != 0) {
          addTo(pulls[k], i, q[k][i]);
        }
      }
      for (int i = 0; i < moments.length; i++) {
        numerator += q[k][i] * correlations[k][i];
        denominator += q[k][i] * pulls[k][i];
      }
    }
    boolean changed = true;
    for (int sweep = 0; changed && sweep < MAX_SWEEPS; sweep++) {
      changed = false;
      for (int k = 0; k < q.length; k++) {
        for (int i = 0; i < moments.length; i++) {
          changed |= moments[i][i] != 0 && improveWeight(k, i);
        }
      }
    }
    return Arrays.stream(q).map(int[]::clone).toArray(int[][]::new);
  }

  private boolean improveWeight(int k, int i) {
    double curvature = moments[i][i] + ridge;
    int old = q[k][i];
    int best = old;
    double bestGain = gain(numerator, denominator) * (1 + 1e-12) + Double.MIN_NORMAL;
    double scale = denominator > 0 ? numerator / denominator : 0;
    int ideal =
        scale > 0
            ? levels.nearest(old + (correlations[k][i] / scale - pulls[k][i]) / curvature)
            : old;
    for (int candidate :
        new int[] {
          levels.below(ideal), ideal, levels.above(ideal), levels.below(old), levels.above(old)
        }) {
      if (candidate == old) {
        continue;
      }
      double delta = candidate - old;
      double gain =
          gain(
              numerator + delta * correlations[k][i],
              denominator + 2 * delta * pulls[k][i] + delta * delta * curvature);
      if (gain > bestGain) {
        bestGain = gain;
        best = candidate;
      }
    }
    if (best == old) {
      return false;
    }
    double delta = best - old;
    numerator += delta * correlations[k][i];
    denominator += 2 * delta * pulls[k][i] + delta * delta * curvature;
    addTo(pulls[k], i, delta);
    q[k][i] = best;
    return true;
  }

  private void addTo(double[] pull, int input, double delta) {
    double[] row = moments[input];
    for (int j = 0; j < pull.length; j++) {
      pull[j] += delta * row[j];
    }
    if (row[input] != 0) {
      pull[input] += delta * ridge;
    }
  }

  /** What the best scale explains; nothing where that scale would be negative. */
  private static double gain(double numerator, double denominator) {
    return numerator <= 0 || denominator <= 0 ? 0 : numerator * numerator / denominator;
  }
}
