package io.hdlgen.quantizer.reduction;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.ActivationFunction;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Step neurons of the first layer whose inputs all are levels of one thermometer, and whose value
 * changes once as its code rises: they need the level where it does and no other.
 */
final class SingleLevel {
  private SingleLevel() {}

  /**
   * The input that such a neuron needs, as {@code index}, or as {@code -1 - index} if its value
   * falls; empty if it is none, or reads that input alone already.
   */
  static OptionalInt of(IntegerNetwork network, int neuron) {
    DenseLayer layer = network.layers().get(0);
    boolean step =
        layer.activation() instanceof Activation.MultiThreshold steps
            && steps.thresholds().columns() == 1;
    int[] live =
        IntStream.range(0, layer.inputs())
            .filter(i -> layer.weights().get(neuron, i) != 0)
            .toArray();
    if (!step || live.length < 2) {
      return OptionalInt.empty();
    }
    int first = 0;
    for (InputFeature feature : network.inputs()) {
      int behind = first + feature.values();
      boolean all = first <= live[0] && live[live.length - 1] < behind;
      if (all && feature.encoding() == Encoding.THERMOMETER) {
        return change(layer, neuron, first, feature.values());
      }
      first = behind;
    }
    return OptionalInt.empty();
  }

  private static OptionalInt change(DenseLayer layer, int neuron, int first, int levels) {
    long sum = layer.biases().get(neuron);
    long before = ActivationFunction.apply(layer.activation(), neuron, sum);
    OptionalInt change = OptionalInt.empty();
    for (int j = 0; j < levels; j++) {
      sum = Math.addExact(sum, layer.weights().get(neuron, first + j));
      long value = ActivationFunction.apply(layer.activation(), neuron, sum);
      if (value != before) {
        if (change.isPresent()) {
          return OptionalInt.empty();
        }
        change = OptionalInt.of(value > before ? first + j : -1 - (first + j));
      }
      before = value;
    }
    return change;
  }

  /** The network with the neuron reading that input alone. */
  static IntegerNetwork read(IntegerNetwork network, int neuron, int input) {
    DenseLayer old = network.layers().get(0);
    boolean rises = input >= 0;
    long[][] weights = NetworkEdit.weights(old);
    weights[neuron] = new long[old.inputs()];
    weights[neuron][rises ? input : -1 - input] = rises ? 1 : -1;
    long[] biases = old.biases().toArray();
    biases[neuron] = 0;
    Activation.MultiThreshold steps = (Activation.MultiThreshold) old.activation();
    List<LongVector> thresholds = new ArrayList<>();
    for (int n = 0; n < old.outputs(); n++) {
      thresholds.add(n == neuron ? LongVector.of(rises ? 1 : 0) : steps.thresholds().row(n));
    }
    return NetworkEdit.with(
        network,
        0,
        new DenseLayer(
            old.name(),
            LongMatrix.of(weights),
            LongVector.of(biases),
            new Activation.MultiThreshold(
                steps.first(), steps.step(), LongMatrix.ofRows(thresholds, 1))));
  }
}
