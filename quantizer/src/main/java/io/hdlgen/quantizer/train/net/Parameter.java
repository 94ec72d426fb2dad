package io.hdlgen.quantizer.train.net;

import io.hdlgen.quantizer.train.compute.Matrix;

/** Numbers that are learnt, with what the optimizer (AdamW) remembers of them. */
public final class Parameter {
  private final Matrix values;
  private final Matrix gradients;
  private final Matrix firstMoments;
  private final Matrix secondMoments;
  private final boolean decays;
  private final float rate;

  /**
   * A parameter.
   *
   * @param values the first ones; kept and changed
   * @param decays whether weight decay applies
   * @param rate factor on the learning rate
   */
  Parameter(Matrix values, boolean decays, float rate) {
    this.values = values;
    this.gradients = new Matrix(values.rows(), values.columns());
    this.firstMoments = new Matrix(values.rows(), values.columns());
    this.secondMoments = new Matrix(values.rows(), values.columns());
    this.decays = decays;
    this.rate = rate;
  }

  /** A parameter of one row, for which weight decay does not apply. */
  static Parameter vector(float[] values, float rate) {
    return new Parameter(new Matrix(1, values.length, values), false, rate);
  }

  /** The numbers themselves. */
  public Matrix values() {
    return values;
  }

  /** The numbers themselves, of a {@link #vector}. */
  float[] vector() {
    return values.row(0);
  }

  /** Whether all are numbers still: steps that are too long lead beyond them. */
  public boolean isFinite() {
    for (int r = 0; r < values.rows(); r++) {
      for (float value : values.row(r)) {
        if (!Float.isFinite(value)) {
          return false;
        }
      }
    }
    return true;
  }

  /** How the loss changes with them. */
  public Matrix gradients() {
    return gradients;
  }

  /** Mean of the gradients, falling off with age. */
  public Matrix firstMoments() {
    return firstMoments;
  }

  /** Mean of their squares. */
  public Matrix secondMoments() {
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
