package io.hdlgen.quantizer.train.net;

import io.hdlgen.quantizer.train.compute.FloatMath;
import io.hdlgen.quantizer.train.compute.Matrix;

/**
 * Cross entropy with labels and, in part, with the probabilities of a teacher at a higher
 * temperature (Hinton et al., "Distilling the Knowledge in a Neural Network", 2015). One output is
 * the logit of class 1 against class 0.
 */
public final class Loss {
  private static final float TEMPERATURE = 2;

  private final int classes;
  private final float smoothing;
  private final float distillation;
  private double total;
  private int right;

  /**
   * A loss.
   *
   * @param distillation part of the teacher; 0 where there is none
   */
  public Loss(int outputs, double smoothing, double distillation) {
    this.classes = Math.max(2, outputs);
    this.smoothing = (float) smoothing;
    this.distillation = (float) distillation;
  }

  /** Forgets what was counted. */
  public void reset() {
    total = 0;
    right = 0;
  }

  /** Sum of the losses of all rows since the last reset. */
  public double total() {
    return total;
  }

  /** Number of rows whose class was right since the last reset. */
  public int right() {
    return right;
  }

  /**
   * Counts rows and sets the gradients of their mean loss.
   *
   * @param labels class of each row
   * @param weights of each row
   * @param teacher logits of the teacher; unused without distillation
   */
  public void apply(
      int rows, Matrix logits, int[] labels, float[] weights, Matrix teacher, Matrix gradients) {
    float[] own = new float[classes];
    float[] soft = new float[classes];
    float[] goal = new float[classes];
    for (int r = 0; r < rows; r++) {
      spread(logits, r, own);
      right += best(own, logits.columns() == 1) == labels[r] ? 1 : 0;
      System.arraycopy(own, 0, soft, 0, classes);
      softmax(own, 1);
      total -= weights[r] * StrictMath.log(Math.max(own[labels[r]], 1e-30f));
      float hard = weights[r] * (1 - distillation) / rows;
      float taught = weights[r] * distillation * TEMPERATURE / rows;
      if (distillation > 0) {
        softmax(soft, TEMPERATURE);
        spread(teacher, r, goal);
        softmax(goal, TEMPERATURE);
      }
      for (int k = 0; k < classes; k++) {
        float label = (k == labels[r] ? 1 - smoothing : 0) + smoothing / classes;
        float gradient = hard * (own[k] - label);
        if (distillation > 0) {
          gradient += taught * (soft[k] - goal[k]);
        }
        if (logits.columns() > 1) {
          gradients.set(r, k, gradient);
        } else if (k == 1) {
          gradients.set(r, 0, gradient);
        }
      }
    }
  }

  private static void spread(Matrix logits, int row, float[] to) {
    int n = logits.columns();
    if (n == 1) {
      to[0] = 0;
      to[1] = logits.get(row, 0);
      return;
    }
    System.arraycopy(logits.row(row), 0, to, 0, n);
  }

  /** The greatest; as the decision has it, 1 of two equals with one output, else the lowest. */
  private static int best(float[] logits, boolean single) {
    if (single) {
      return logits[1] >= 0 ? 1 : 0;
    }
    int best = 0;
    for (int k = 1; k < logits.length; k++) {
      if (logits[k] > logits[best]) {
        best = k;
      }
    }
    return best;
  }

  private static void softmax(float[] x, float temperature) {
    float greatest = x[0];
    for (float value : x) {
      greatest = Math.max(greatest, value);
    }
    float sum = 0;
    for (int k = 0; k < x.length; k++) {
      x[k] = FloatMath.exp((x[k] - greatest) / temperature);
      sum += x[k];
    }
    for (int k = 0; k < x.length; k++) {
      x[k] /= sum;
    }
  }
}
