package io.hdlgen.quantizer.train.net;

import io.hdlgen.quantizer.format.WeightFormat;
import io.hdlgen.quantizer.train.compute.FloatMath;
import io.hdlgen.quantizer.train.compute.Matrix;
import io.hdlgen.quantizer.train.compute.Workers;
import java.util.Arrays;

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
  private final float[] stepGradients;

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
    this.logSteps = new Parameter(new float[shared ? 1 : outputs], false, STEP_RATE);
    this.steps = new float[outputs];
    this.stepGradients = new float[outputs];
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
      logSteps.values()[0] = log(StepSearch.of(levels, weights.values(), importance, n, 0, 1));
      return;
    }
    for (int j = 0; j < n; j++) {
      logSteps.values()[j] = log(StepSearch.of(levels, weights.values(), importance, n, j, n));
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
  void quantize(Matrix weights, float[] kept) {
    int n = weights.columns();
    float[] inverse = new float[n];
    for (int j = 0; j < n; j++) {
      steps[j] = FloatMath.exp(logSteps.values()[shared ? 0 : j]);
      inverse[j] = 1 / steps[j];
    }
    float[] w = weights.values();
    float[] q = codes.values();
    workers.forEach(
        weights.rows(),
        4L * n,
        (from, to) -> {
          for (int at = from * n; at < to * n; at += n) {
            levels.nearest(w, inverse, at, n, q);
          }
          if (kept != null) {
            for (int at = from * n; at < to * n; at++) {
              q[at] *= kept[at];
            }
          }
        });
  }

  /** As {@link Mlp#dampen}. */
  void dampen(Matrix weights, float size) {
    int n = weights.columns();
    float[] w = weights.values();
    float[] q = codes.values();
    float[] move = new float[n];
    for (int j = 0; j < n; j++) {
      // No farther than half of the way.
      move[j] = Math.min(size, 0.5f * steps[j]);
    }
    workers.forEach(
        weights.rows(),
        4L * n,
        (from, to) -> {
          for (int at = from * n; at < to * n; at += n) {
            for (int j = 0; j < n; j++) {
              w[at + j] += move[j] * (q[at + j] - w[at + j] / steps[j]);
            }
          }
        });
  }

  /**
   * Turns gradients of the quantized weights into those of the weights, in place, and sets those of
   * the steps.
   */
  void backward(Matrix weights, Matrix gradients) {
    int n = weights.columns();
    float[] w = weights.values();
    float[] g = gradients.values();
    float[] q = codes.values();
    float[] s = stepGradients;
    float[] inverse = new float[n];
    for (int j = 0; j < n; j++) {
      inverse[j] = 1 / steps[j];
    }
    float least = binary ? -Float.MAX_VALUE : levels.min() - 0.5f;
    float greatest = binary ? Float.MAX_VALUE : levels.max() + 0.5f;
    workers.forEach(
        n,
        4L * weights.rows(),
        (from, to) -> {
          Arrays.fill(s, from, to, 0);
          for (int at = 0; at < w.length; at += n) {
            for (int j = from; j < to; j++) {
              float v = w[at + j] * inverse[j];
              boolean inside = v >= least && v <= greatest;
              s[j] += g[at + j] * (inside && !binary ? q[at + j] - v : q[at + j]);
              if (!inside && g[at + j] * v < 0) {
                g[at + j] = 0;
              }
            }
          }
        });
    float[] logGradients = logSteps.gradients();
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
}
