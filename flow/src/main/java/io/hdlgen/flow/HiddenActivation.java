package io.hdlgen.flow;

import io.hdlgen.quantizer.floating.FloatActivation;
import java.util.Locale;

/** What the hidden layers of a network that is trained can compute of their sums. */
public enum HiddenActivation {
  RELU(FloatActivation.RELU),
  TANH(FloatActivation.TANH),
  SIGMOID(FloatActivation.SIGMOID),
  HARDTANH(FloatActivation.HARD_TANH),
  /** -1 or +1; a hard tanh in the float network. */
  SIGN(FloatActivation.HARD_TANH);

  private final FloatActivation floating;

  HiddenActivation(FloatActivation floating) {
    this.floating = floating;
  }

  /** The activation of the float network. */
  FloatActivation floating() {
    return floating;
  }

  /** As the command line has it. */
  String option() {
    return name().toLowerCase(Locale.ROOT);
  }
}
