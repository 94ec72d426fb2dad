package io.hdlgen.hdl.load;

import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.math.BigInteger;

/** Checks that networks have the shape of another one, and numbers inside of bounds. */
record DeclarationCheck(Declaration bounds) {

  void require(IntegerNetwork network, IntegerNetwork built) {
    same("inputs", network.inputs().size(), built.inputs().size());
    for (int i = 0; i < built.inputs().size(); i++) {
      var found = network.inputs().get(i);
      var wanted = built.inputs().get(i);
      same("encoding of input " + i, found.encoding(), wanted.encoding());
      same("codes of input " + i, found.range(), wanted.range());
    }
    same("layers", network.layers().size(), built.layers().size());
    for (int l = 0; l < bounds.layers().size(); l++) {
      layer("layer " + l, network.layers().get(l), built.layers().get(l), bounds.layers().get(l));
    }
    decision(network.decision(), built.decision());
  }

  private static void layer(String where, DenseLayer found, DenseLayer built, LayerBounds bounds) {
    same("neurons of " + where, found.outputs(), built.outputs());
    same(
        "activation of " + where,
        Declaration.form(found.activation()),
        Declaration.form(built.activation()));
    boolean sums = !(built.activation() instanceof Activation.MultiThreshold);
    for (int n = 0; n < found.outputs(); n++) {
      for (int i = 0; i < found.inputs(); i++) {
        long weight = found.weights().get(n, i);
        String place = where + ", neuron " + n + ", weight " + i;
        within(place, weight, bounds.weights());
        if (bounds.signs() && Math.abs(weight) != 1) {
          throw new InvalidInputException(place, Long.toString(weight), "-1 or 1");
        }
      }
      if (sums) {
        within(where + ", neuron " + n + ", bias", found.biases().get(n), bounds.biases());
      }
    }
  }

  private void decision(Decision found, Decision built) {
    same("decision", found.getClass().getSimpleName(), built.getClass().getSimpleName());
    Decision.OnScores scored = found.onScores();
    for (int k = 0; k < scored.scores(); k++) {
      within(
          "multiplier of score " + k, scored.multipliers().get(k), bounds.decision().multipliers());
      within("offset of score " + k, scored.offsets().get(k), bounds.decision().offsets());
    }
    if (found instanceof Decision.Threshold threshold
        && built instanceof Decision.Threshold fixed) {
      if (bounds.decision().threshold().isPresent()) {
        within("threshold", threshold.threshold(), bounds.decision().threshold().get());
      } else {
        same("threshold of the decision", threshold.threshold(), fixed.threshold());
      }
    }
  }

  private static void within(String where, long found, Range range) {
    if (!range.contains(BigInteger.valueOf(found))) {
      throw new InvalidInputException(
          where,
          Long.toString(found),
          "a number in " + range + ", for which the loadable design was built");
    }
  }

  private static void same(String what, Object found, Object wanted) {
    if (!found.equals(wanted)) {
      throw new InvalidInputException(
          what, found.toString(), wanted + ", as in the network of the loadable design");
    }
  }
}
