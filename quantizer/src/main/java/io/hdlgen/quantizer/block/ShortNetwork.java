package io.hdlgen.quantizer.block;

import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.NetworkRanges;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A network whose values are kept as {@code short} beside a constant, the base: value = base +
 * short.
 *
 * @param bases of the values of the last layer, {@code [outputs]}
 */
record ShortNetwork(List<ShortLayer> layers, long[] bases) {
  /** Sums between -LIMIT and LIMIT have differences, less 1, that fit in {@code short}. */
  private static final long LIMIT = Short.MAX_VALUE / 2;

  /** Scores beyond cannot be made without a look at overflow. */
  private static final long SCORE_LIMIT = Long.MAX_VALUE / 4;

  /** The short form of a network, or nothing if it has none. */
  static Optional<ShortNetwork> of(IntegerNetwork network) {
    try {
      return network.hasThermometers() ? Optional.empty() : of(network, NetworkRanges.of(network));
    } catch (ArithmeticException beyondLong) {
      return Optional.empty();
    }
  }

  private static Optional<ShortNetwork> of(IntegerNetwork network, NetworkRanges ranges) {
    if (!ranges.inputs().stream().allMatch(ShortNetwork::isShort)
        || !ranges.scores().stream().allMatch(ShortNetwork::isScore)) {
      return Optional.empty();
    }
    List<ShortLayer> layers = new ArrayList<>();
    long[] bases = new long[network.inputValues()];
    boolean[] moving = new boolean[bases.length];
    Arrays.fill(moving, true);
    for (int l = 0; l < network.layers().size(); l++) {
      DenseLayer layer = network.layers().get(l);
      List<ShortNeuron> neurons = new ArrayList<>();
      for (int n = 0; n < layer.outputs(); n++) {
        Optional<ShortNeuron> neuron =
            neuron(layer, n, ranges.accumulators().get(l).get(n), bases, moving);
        if (neuron.isEmpty()) {
          return Optional.empty();
        }
        neurons.add(neuron.get());
      }
      layers.add(new ShortLayer(neurons));
      bases = neurons.stream().mapToLong(neuron -> neuron.activation().base()).toArray();
      moving = new boolean[neurons.size()];
      for (int n = 0; n < moving.length; n++) {
        moving[n] = neurons.get(n).activation().isMoving();
      }
    }
    return Optional.of(new ShortNetwork(List.copyOf(layers), bases));
  }

  private static Optional<ShortNeuron> neuron(
      DenseLayer layer, int neuron, Interval accumulator, long[] bases, boolean[] moving) {
    long centre = accumulator.min() + (accumulator.max() - accumulator.min()) / 2;
    LongVector row = layer.weights().row(neuron);
    boolean fits =
        layer.arithmetic() instanceof Arithmetic.Exact
            && isScore(accumulator)
            && accumulator.max() - centre <= LIMIT
            && centre - accumulator.min() <= LIMIT;
    long start = layer.biases().get(neuron) - centre;
    List<Integer> inputs = new ArrayList<>();
    for (int i = 0; fits && i < row.size(); i++) {
      fits = isShort(Interval.of(row.get(i)));
      start += row.get(i) * bases[i];
      if (moving[i] && row.get(i) != 0) {
        inputs.add(i);
      }
    }
    if (!fits) {
      return Optional.empty();
    }
    short shortStart = (short) start;
    return ShortActivation.of(layer.activation(), neuron, accumulator, centre)
        .map(activation -> ShortNeuron.of(shortStart, inputs, row, activation));
  }

  private static boolean isShort(Interval interval) {
    return interval.min() >= Short.MIN_VALUE && interval.max() <= Short.MAX_VALUE;
  }

  private static boolean isScore(Interval interval) {
    return interval.min() > -SCORE_LIMIT && interval.max() < SCORE_LIMIT;
  }
}
