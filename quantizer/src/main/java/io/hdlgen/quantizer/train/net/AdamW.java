package io.hdlgen.quantizer.train.net;

import io.hdlgen.quantizer.train.compute.Workers;
import java.util.List;

/**
 * Adam with decoupled weight decay. Source: Loshchilov and Hutter, "Decoupled Weight Decay
 * Regularization", ICLR 2019.
 */
public final class AdamW {
  private static final float BETA_1 = 0.9f;
  private static final float BETA_2 = 0.999f;
  private static final float EPSILON = 1e-8f;

  private final List<Parameter> parameters;
  private final float decay;
  private final Workers workers;

  public AdamW(List<Parameter> parameters, double decay, Workers workers) {
    this.parameters = parameters;
    this.decay = (float) decay;
    this.workers = workers;
  }

  /**
   * One step against the gradients.
   *
   * @param step counted from 1
   */
  public void step(long step, double learningRate) {
    float correction1 = (float) (1 - StrictMath.pow(BETA_1, step));
    float correction2 = (float) Math.sqrt(1 - StrictMath.pow(BETA_2, step));
    for (Parameter p : parameters) {
      float rate = (float) (learningRate * p.rate());
      float shrink = p.decays() ? rate * decay : 0;
      float size = rate / correction1;
      workers.forEach(
          p.values().rows(),
          4L * p.values().columns(),
          (from, to) -> {
            for (int r = from; r < to; r++) {
              step(
                  p.values().row(r),
                  p.gradients().row(r),
                  p.firstMoments().row(r),
                  p.secondMoments().row(r),
                  shrink,
                  size,
                  correction2);
            }
          });
    }
  }

  private static void step(
      float[] w, float[] g, float[] m, float[] v, float shrink, float size, float correction2) {
    for (int i = 0; i < w.length; i++) {
      m[i] = BETA_1 * m[i] + (1 - BETA_1) * g[i];
      v[i] = BETA_2 * v[i] + (1 - BETA_2) * g[i] * g[i];
      w[i] = w[i] - shrink * w[i] - size * m[i] / ((float) Math.sqrt(v[i]) / correction2 + EPSILON);
    }
  }
}
