package io.hdlgen.quantizer.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The exact range of every value in a network, computed from the weights and the input ranges.
 *
 * <p>Exact means that each bound is met by some vector of values inside the ranges of the layer's
 * inputs; the inputs of a layer are taken as independent of each other. ({@link AccumulatorRange}
 * names the one case of masked summands in which a range may be wider.)
 *
 * @param inputs {@code [inputValues]}: of what layer 0 takes
 * @param accumulators {@code [layers][outputs]}
 * @param values {@code [layers][outputs]}, behind the activation
 * @param scores {@code [scores]}; none if the decision is on bits
 */
public record NetworkRanges(
    List<Interval> inputs,
    List<List<Interval>> accumulators,
    List<List<Interval>> values,
    List<Interval> scores) {

  /**
   * The ranges of a network.
   *
   * @throws ArithmeticException if a bound leaves the range of {@code long}
   */
  public static NetworkRanges of(IntegerNetwork network) {
    List<Interval> inputs = inputs(network.inputs());
    List<List<Interval>> accumulators = new ArrayList<>();
    List<List<Interval>> values = new ArrayList<>();
    List<Interval> current = inputs;
    for (DenseLayer layer : network.layers()) {
      List<Interval> sums = accumulators(layer, current);
      accumulators.add(List.copyOf(sums));
      current = values(layer, sums);
      values.add(current);
    }
    List<Interval> scores = new ArrayList<>();
    if (network.decision() instanceof Decision.OnScores decision) {
      for (int k = 0; k < current.size(); k++) {
        scores.add(
            current
                .get(k)
                .times(decision.multipliers().get(k))
                .plus(Interval.of(decision.offsets().get(k))));
      }
    }
    return new NetworkRanges(
        inputs, List.copyOf(accumulators), List.copyOf(values), List.copyOf(scores));
  }

  /** The range of each value that layer 0 takes, {@code [inputValues]}. */
  public static List<Interval> inputs(List<InputFeature> features) {
    return features.stream()
        .flatMap(feature -> Collections.nCopies(feature.values(), feature.valueRange()).stream())
        .toList();
  }

  /** The range of each value of the last layer, {@code [outputs]}. */
  static List<Interval> values(List<InputFeature> inputs, List<DenseLayer> layers) {
    List<Interval> current = inputs(inputs);
    for (DenseLayer layer : layers) {
      current = values(layer, accumulators(layer, current));
    }
    return current;
  }

  private static List<Interval> values(DenseLayer layer, List<Interval> sums) {
    return IntStream.range(0, layer.outputs())
        .mapToObj(n -> value(layer.activation(), n, sums.get(n)))
        .toList();
  }

  /** The range of each accumulator of one layer, {@code [outputs]}. */
  public static List<Interval> accumulators(DenseLayer layer, List<Interval> inputs) {
    List<Interval> sums = new ArrayList<>(layer.outputs());
    for (int n = 0; n < layer.outputs(); n++) {
      sums.add(AccumulatorRange.of(layer, n, inputs));
    }
    return sums;
  }

  /** The range of one neuron's value, given the range of its accumulator. */
  public static Interval value(Activation activation, int neuron, Interval accumulator) {
    return new Interval(
        ActivationFunction.apply(activation, neuron, accumulator.min()),
        ActivationFunction.apply(activation, neuron, accumulator.max()));
  }
}
