package io.hdlgen.quantizer.train.net;

/** Numbers that are learnt, with what the optimizer (AdamW) remembers of them. */
public final class Parameter {
  private final float[] values;
  private final float[] gradients;
  private final float[] firstMoments;
  private final float[] secondMoments;
  private final boolean decays;
  private final float rate;

  /**
   * A parameter.
   *
   * @param values the first ones; kept and changed
   * @param decays whether weight decay applies
   * @param rate factor on the learning rate
   */
  Parameter(float[] values, boolean decays, float rate) {
    this.values = values;
    this.gradients = new float[values.length];
    this.firstMoments = new float[values.length];
    this.secondMoments = new float[values.length];
    this.decays = decays;
    this.rate = rate;
  }

  /** The numbers themselves. */
  public float[] values() {
    return values;
  }

  /** Whether all are numbers still: steps that are too long lead beyond them. */
  public boolean isFinite() {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /** How the loss changes with them. */
  public float[] gradients() {
    return gradients;
  }

  /** Mean of the gradients, falling off with age. */
  public float[] firstMoments() {
    return firstMoments;
  }

  /** Mean of their squares. */
  public float[] secondMoments() {
    return secondMoments;
  }

  public boolean decays() {
    return decays;
  }

  /** Factor on the learning rate. */
  public float rate() {
    return rate;
  }
}
