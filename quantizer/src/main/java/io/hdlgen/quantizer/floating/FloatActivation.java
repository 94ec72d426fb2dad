package io.hdlgen.quantizer.floating;

/**
 * Activation of a real-valued neuron; all are monotone and do not descend, and give the same bits
 * on every machine.
 */
public enum FloatActivation {
  IDENTITY,
  RELU,
  SIGMOID,
  TANH,
  /** {@code x} between -1 and 1, and these beyond. */
  HARD_TANH;

  /** The activation at {@code x}. */
  public double apply(double x) {
    return switch (this) {
      case IDENTITY -> x;
      case RELU -> Math.max(0, x);
      case SIGMOID -> 1 / (1 + StrictMath.exp(-x));
      case TANH -> StrictMath.tanh(x);
      case HARD_TANH -> Math.max(-1, Math.min(1, x));
    };
  }
}
