package io.hdlgen.quantizer.reduction;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Edits of networks that keep what they compute, if what they are told is so. */
final class NetworkEdit {
  private NetworkEdit() {}

  /** Without the weights of an input of a layer that always has one value. */
  static IntegerNetwork foldInput(IntegerNetwork network, int layer, int input, long value) {
    DenseLayer old = network.layers().get(layer);
    long[] biases = old.biases().toArray();
    long[][] weights = weights(old);
    for (int n = 0; n < biases.length; n++) {
      biases[n] = Math.addExact(biases[n], Math.multiplyExact(weights[n][input], value));
      weights[n][input] = 0;
    }
    return with(network, layer, layer(old, weights, biases, old.activation()));
  }

  /** With all weights of one input moved to another one, which always has the same value. */
  static IntegerNetwork mergeInput(IntegerNetwork network, int layer, int input, int into) {
    DenseLayer old = network.layers().get(layer);
    long[][] weights = weights(old);
    for (long[] row : weights) {
      row[into] = Math.addExact(row[into], row[input]);
      row[input] = 0;
    }
    return with(network, layer, layer(old, weights, old.biases().toArray(), old.activation()));
  }

  /** Without a neuron that the next layer does not read, or whose bit the decision does not. */
  static IntegerNetwork dropNeuron(IntegerNetwork network, int layer, int neuron) {
    DenseLayer old = network.layers().get(layer);
    int[] kept = others(old.outputs(), neuron);
    long[][] weights = weights(old);
    long[][] rows = Arrays.stream(kept).mapToObj(n -> weights[n]).toArray(long[][]::new);
    long[] biases = Arrays.stream(kept).mapToLong(n -> old.biases().get(n)).toArray();
    IntegerNetwork dropped;
    DenseLayer smaller = layer(old, rows, biases, kept(old.activation(), kept));
    if (layer + 1 < network.layers().size()) {
      List<DenseLayer> layers = new ArrayList<>(network.layers());
      layers.set(layer, smaller);
      layers.set(layer + 1, withoutColumns(layers.get(layer + 1), kept));
      dropped = with(network, network.inputs(), layers, network.decision());
    } else {
      IntUnaryOperator place = k -> k == neuron ? BitDecisions.ZERO : k < neuron ? k : k - 1;
      Decision decision =
          BitDecisions.mapped(
              (Decision.OnBits) network.decision(), old.outputs(), kept.length, place);
      List<DenseLayer> layers = new ArrayList<>(network.layers());
      layers.set(layer, smaller);
      dropped = with(network, network.inputs(), layers, decision);
    }
    return dropped;
  }

  /** With another decision on as many values. */
  static IntegerNetwork withDecision(IntegerNetwork network, Decision decision) {
    return with(network, network.inputs(), network.layers(), decision);
  }

  /**
   * Without the values of layer 0 that nothing reads: levels, and features of which none is left.
   *
   * @param read a value each; at least one is true
   * @param removed takes the names of what has gone
   */
  static IntegerNetwork dropInputs(IntegerNetwork network, boolean[] read, List<String> removed) {
    List<InputFeature> inputs = new ArrayList<>();
    int first = 0;
    for (InputFeature feature : network.inputs()) {
      int start = first;
      int[] kept = IntStream.range(0, feature.values()).filter(j -> read[start + j]).toArray();
      first += feature.values();
      if (kept.length == 0) {
        removed.add("feature " + feature.name() + ": never read");
      } else if (feature.encoding() == Encoding.THERMOMETER) {
        IntStream.range(0, feature.values())
            .filter(j -> !read[start + j])
            .forEach(
                j ->
                    removed.add(
                        String.format(
                            Locale.ROOT,
                            "level %d of feature %s: never read",
                            feature.levels().get(j),
                            feature.name())));
        inputs.add(
            feature.withLevels(
                LongVector.of(Arrays.stream(kept).mapToLong(feature.levels()::get).toArray())));
      } else {
        inputs.add(feature);
      }
    }
    int[] kept = IntStream.range(0, read.length).filter(i -> read[i]).toArray();
    List<DenseLayer> layers = new ArrayList<>(network.layers());
    layers.set(0, withoutColumns(layers.get(0), kept));
    return with(network, inputs, layers, network.decision());
  }

  private static int[] others(int count, int without) {
    return IntStream.range(0, count).filter(n -> n != without).toArray();
  }

  /** A copy of the weights, {@code [outputs][inputs]}. */
  static long[][] weights(DenseLayer layer) {
    return IntStream.range(0, layer.outputs())
        .mapToObj(n -> layer.weights().row(n).toArray())
        .toArray(long[][]::new);
  }

  private static DenseLayer withoutColumns(DenseLayer layer, int[] kept) {
    long[][] weights = weights(layer);
    for (int n = 0; n < weights.length; n++) {
      long[] row = weights[n];
      weights[n] = Arrays.stream(kept).mapToLong(i -> row[i]).toArray();
    }
    return layer(layer, weights, layer.biases().toArray(), layer.activation());
  }

  private static Activation kept(Activation activation, int[] neurons) {
    if (!(activation instanceof Activation.MultiThreshold steps)) {
      return activation;
    }
    List<LongVector> rows = Arrays.stream(neurons).mapToObj(steps.thresholds()::row).toList();
    return new Activation.MultiThreshold(
        steps.first(), steps.step(), LongMatrix.ofRows(rows, steps.thresholds().columns()));
  }

  private static DenseLayer layer(
      DenseLayer old, long[][] weights, long[] biases, Activation activation) {
    return new DenseLayer(old.name(), LongMatrix.of(weights), LongVector.of(biases), activation);
  }

  /** With another layer of as many inputs and outputs. */
  static IntegerNetwork with(IntegerNetwork network, int index, DenseLayer layer) {
    List<DenseLayer> layers = new ArrayList<>(network.layers());
    layers.set(index, layer);
    return with(network, network.inputs(), layers, network.decision());
  }

  private static IntegerNetwork with(
      IntegerNetwork network,
      List<InputFeature> inputs,
      List<DenseLayer> layers,
      Decision decision) {
    return new IntegerNetwork(network.name(), inputs, layers, decision, network.classNames());
  }
}
