package io.hdlgen.quantizer.train.net;

import io.hdlgen.quantizer.format.WeightFormat;
import io.hdlgen.quantizer.train.compute.FloatMath;
import io.hdlgen.quantizer.train.compute.Matrix;
import io.hdlgen.quantizer.train.compute.Workers;

/**
 * Makes weights integers: {@code w} becomes {@code step * level}, the level nearest to {@code w /
 * step}, with a step for each neuron, or one for all.
 *
 * <p>Gradients pass the rounding as if it were not there, except those that would move a weight
 * farther beyond the least or the greatest level; steps are learnt as Esser et al., "Learned Step
 * Size Quantization", ICLR 2020, do it, by their logarithms.
 */
final class WeightQuantizer {
  private static final float STEP_RATE = 0.1f;

  private final LevelRounding levels;
  private final Workers workers;
  private final boolean shared;
  private final boolean binary;
  private final Parameter logSteps;
  private final float[] steps;
  private final Matrix codes;
  private final Matrix stepTerms;

  /**
   * A quantizer.
   *
   * @param inputs rows of the weights
   * @param outputs columns of the weights, one a neuron
   * @param shared whether all neurons have the same step
   */
  WeightQuantizer(WeightFormat format, int inputs, int outputs, boolean shared, Workers workers) {
    this.workers = workers;
    this.levels = new LevelRounding(format);
    this.shared = shared;
    this.binary = !format.hasZero();
    this.logSteps = Parameter.vector(new float[shared ? 1 : outputs], STEP_RATE);
    this.steps = new float[outputs];
    this.stepTerms = new Matrix(inputs, outputs);
    this.codes = new Matrix(inputs, outputs);
  }

  Parameter logSteps() {
    return logSteps;
  }

  /** The step of each neuron, as of the last {@link #quantize}. */
  float[] steps() {
    return steps;
  }

  /** The levels, as of the last {@link #quantize}, {@code [inputs][outputs]}. */
  Matrix codes() {
    return codes;
  }

  /**
   * Chooses the steps that bring the quantized weights nearest to {@code weights}.
   *
   * @param importance of an error in the weights of each input
   */
  void fit(Matrix weights, float[] importance) {
    int n = weights.columns();
    if (shared) {
      logSteps.vector()[0] = log(StepSearch.of(levels, weights, importance, 0, n));
      return;
    }
    for (int j = 0; j < n; j++) {
      logSteps.vector()[j] = log(StepSearch.of(levels, weights, importance, j, j + 1));
    }
  }

  private static float log(float step) {
    return (float) StrictMath.log(step);
  }

  /**
   * Computes the levels.
   *
   * @param kept 1 for a weight, 0 for one that has been pruned; null if none has
   */
  void quantize(Matrix weights, Matrix kept) {
    int n = weights.columns();
    float[] inverse = new float[n];
    for (int j = 0; j < n; j++) {
      steps[j] = FloatMath.exp(logSteps.vector()[shared ? 0 : j]);
      inverse[j] = 1 / steps[j];
    }
    workers.forEach(
        weights.rows(),
        4L * n,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            float[] q = codes.row(i);
            levels.nearest(weights.row(i), inverse, q);
            if (kept != null) {
              float[] mask = kept.row(i);
              for (int j = 0; j < n; j++) {
                q[j] *= mask[j];
              }
            }
          }
        });
  }

  /** As {@link Mlp#dampen}. */
  void dampen(Matrix weights, float size) {
    int n = weights.columns();
    float[] move = new float[n];
    for (int j = 0; j < n; j++) {
      // No farther than half of the way.
      move[j] = Math.min(size, 0.5f * steps[j]);
    }
    workers.forEach(
        weights.rows(),
        4L * n,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            dampen(weights.row(i), codes.row(i), move, steps);
          }
        });
  }

  private static void dampen(float[] w, float[] q, float[] move, float[] steps) {
    for (int j = 0; j < w.length; j++) {
      w[j] += move[j] * (q[j] - w[j] / steps[j]);
    }
  }

  /**
   * Turns gradients of the quantized weights into those of the weights, in place, and sets those of
   * the steps.
   */
  void backward(Matrix weights, Matrix gradients) {
    int n = weights.columns();
    float[] inverse = new float[n];
    for (int j = 0; j < n; j++) {
      inverse[j] = 1 / steps[j];
    }
    float least = levels.min() - 0.5f;
    float greatest = levels.max() + 0.5f;
    workers.forEach(
        weights.rows(),
        6L * n,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            float[] g = gradients.row(i);
            if (binary) {
              signGradients(g, codes.row(i), stepTerms.row(i));
            } else {
              levelGradients(
                  weights.row(i), inverse, g, codes.row(i), stepTerms.row(i), least, greatest);
            }
          }
        });
    float[] s = new float[n];
    for (int i = 0; i < weights.rows(); i++) {
      add(stepTerms.row(i), s);
    }
    float[] logGradients = logSteps.gradients().row(0);
    if (shared) {
      logGradients[0] = 0;
    }
    for (int j = 0; j < n; j++) {
      if (shared) {
        logGradients[0] += s[j] * steps[j];
      } else {
        logGradients[j] = s[j] * steps[j];
      }
    }
  }

  /** What each weight of a row adds to the gradients of the steps; see {@link #backward}. */
  private static void signGradients(float[] g, float[] q, float[] terms) {
    for (int j = 0; j < g.length; j++) {
      terms[j] = g[j] * q[j];
    }
  }

  private static void levelGradients(
      float[] w,
      float[] inverse,
      float[] g,
      float[] q,
      float[] terms,
      float least,
      float greatest) {
    for (int j = 0; j < g.length; j++) {
      float v = w[j] * inverse[j];
      float below = FloatMath.unitStep(least - v);
      float above = FloatMath.unitStep(v - greatest);
      terms[j] = g[j] * (q[j] - v * (1 - below - above));
      // Of the gradients of a weight outside, only those remain that bring it back.
      float lowest = (above - 1) * Float.MAX_VALUE;
      float highest = (1 - below) * Float.MAX_VALUE;
      g[j] = Math.max(lowest, Math.min(highest, g[j]));
    }
  }

  private static void add(float[] terms, float[] sums) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += terms[j];
    }
  }
}
