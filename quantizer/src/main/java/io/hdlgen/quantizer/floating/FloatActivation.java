package io.hdlgen.quantizer.floating;

/** Activation of a real-valued neuron; all are monotone and do not descend. */
public enum FloatActivation {
  IDENTITY,
  RELU,
  SIGMOID,
  TANH;

  /** The activation at {@code x}. */
  public double apply(double x) {
    return switch (this) {
      case IDENTITY -> x;
      case RELU -> Math.max(0, x);
      case SIGMOID -> 1 / (1 + Math.exp(-x));
      case TANH -> Math.tanh(x);
    };
  }
}
