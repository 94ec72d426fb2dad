package io.hdlgen.cli;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.NetworkRanges;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The bits of a network, as people count them: -1 and +1 are one bit.
 *
 * @param inputs of the widest feature
 * @param weights of the widest weight of each layer
 * @param activations of the widest value of each hidden layer
 */
record BitWidths(int inputs, List<Integer> weights, List<Integer> activations) {
  static BitWidths of(IntegerNetwork network) {
    List<Integer> weights = new ArrayList<>();
    List<Integer> activations = new ArrayList<>();
    List<List<Interval>> values = NetworkRanges.of(network).values();
    for (int l = 0; l < network.layers().size(); l++) {
      DenseLayer layer = network.layers().get(l);
      weights.add(weightBits(layer));
      if (l < network.layers().size() - 1) {
        long step =
            layer.activation() instanceof Activation.MultiThreshold thresholds
                ? thresholds.step()
                : 1;
        activations.add(
            values.get(l).stream().mapToInt(range -> bits(range, step)).max().orElse(0));
      }
    }
    return new BitWidths(
        network.inputs().stream().mapToInt(InputFeature::bits).max().orElse(0),
        weights,
        activations);
  }

  /** For people: {@code inputs 5, weights 2, activations 4-2}, layer by layer where they differ. */
  String describe() {
    return "inputs "
        + inputs
        + ", weights "
        + layers(weights)
        + (activations.isEmpty() ? "" : ", activations " + layers(activations));
  }

  private static String layers(List<Integer> bits) {
    return bits.stream().distinct().count() == 1
        ? bits.get(0).toString()
        : bits.stream().map(String::valueOf).collect(Collectors.joining("-"));
  }

  private static int weightBits(DenseLayer layer) {
    long min = 0;
    long max = 0;
    boolean bipolar = true;
    for (int n = 0; n < layer.outputs(); n++) {
      for (long weight : layer.weights().row(n).toArray()) {
        min = Math.min(min, weight);
        max = Math.max(max, weight);
        bipolar &= weight == 1 || weight == -1;
      }
    }
    return bipolar ? 1 : 65 - Long.numberOfLeadingZeros(Math.max(max, -1 - min));
  }

  /** Bits that tell apart the values of a range that lie a step apart. */
  private static int bits(Interval range, long step) {
    return step == 1
        ? range.width()
        : Math.max(1, 64 - Long.numberOfLeadingZeros((range.max() - range.min()) / step));
  }
}
