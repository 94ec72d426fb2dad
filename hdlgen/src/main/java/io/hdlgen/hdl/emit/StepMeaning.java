package io.hdlgen.hdl.emit;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.NetworkRanges;
import java.util.List;
import java.util.Optional;

/** Reads a step neuron of the first layer that looks at one input: a comparison with a code. */
final class StepMeaning {
  private StepMeaning() {}

  /** Such as {@code alcohol>=11}, or the bit's own name; empty if the neuron is something else. */
  static Optional<String> of(IntegerNetwork network, int neuron, List<String> inputNames) {
    DenseLayer layer = network.layers().get(0);
    int only = -1;
    for (int i = 0; i < layer.inputs(); i++) {
      if (layer.weights().get(neuron, i) != 0) {
        if (only >= 0) {
          return Optional.empty();
        }
        only = i;
      }
    }
    boolean step =
        layer.arithmetic() instanceof Arithmetic.Exact
            && layer.activation() instanceof Activation.MultiThreshold one
            && one.thresholds().columns() == 1
            && one.first() == 0
            && one.step() == 1;
    if (only < 0 || !step || layer.weights().get(neuron, only) != 1) {
      return Optional.empty();
    }
    long threshold =
        ((Activation.MultiThreshold) layer.activation()).thresholds().get(neuron, 0)
            - layer.biases().get(neuron);
    Interval range = NetworkRanges.inputs(network.inputs()).get(only);
    String name = inputNames.get(only);
    boolean bit = range.equals(new Interval(0, 1)) && threshold == 1;
    return Optional.of(bit ? name : name + ">=" + threshold);
  }
}
