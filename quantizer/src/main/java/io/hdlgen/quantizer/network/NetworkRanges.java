package io.hdlgen.quantizer.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The exact range of every value in a network, computed from the weights and the input ranges.
 *
 * <p>Exact means that each bound is met by some vector of values inside the ranges of the layer's
 * inputs; the inputs of a layer are taken as independent of each other. ({@link AccumulatorRange}
 * names the one case of masked summands in which a range may be wider.)
 *
 * @param inputs {@code [features]}
 * @param accumulators {@code [layers][outputs]}
 * @param values {@code [layers][outputs]}, behind the activation
 * @param scores {@code [scores]}
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
    List<Interval> inputs = network.inputs().stream().map(InputFeature::range).toList();
    List<List<Interval>> accumulators = new ArrayList<>();
    List<List<Interval>> values = new ArrayList<>();
    List<Interval> current = inputs;
    for (DenseLayer layer : network.layers()) {
      List<Interval> sums = accumulators(layer, current);
      List<Interval> outputs = new ArrayList<>();
      for (int n = 0; n < layer.outputs(); n++) {
        outputs.add(value(layer.activation(), n, sums.get(n)));
      }
      accumulators.add(List.copyOf(sums));
      values.add(List.copyOf(outputs));
      current = outputs;
    }
    List<Interval> scores = new ArrayList<>();
    for (int k = 0; k < current.size(); k++) {
      scores.add(
          current
              .get(k)
              .times(network.decision().multipliers().get(k))
              .plus(Interval.of(network.decision().offsets().get(k))));
    }
    return new NetworkRanges(
        inputs, List.copyOf(accumulators), List.copyOf(values), List.copyOf(scores));
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
