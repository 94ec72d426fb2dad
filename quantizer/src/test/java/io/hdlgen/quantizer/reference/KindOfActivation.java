package io.hdlgen.quantizer.reference;

import io.hdlgen.quantizer.network.Activation;

/** Names what kind of activation it is. */
enum KindOfActivation implements Activation.Visitor<String> {
  INSTANCE;

  @Override
  public String visit(Activation.Identity identity) {
    return "Identity";
  }

  @Override
  public String visit(Activation.ShiftRelu shiftRelu) {
    return "ShiftRelu to " + shiftRelu.bits() + " bits";
  }

  @Override
  public String visit(Activation.MultiThreshold thresholds) {
    return thresholds.step() == 2 && thresholds.first() == -1 ? "bipolar" : "MultiThreshold";
  }
}
