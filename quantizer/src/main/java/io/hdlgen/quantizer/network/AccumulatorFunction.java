package io.hdlgen.quantizer.network;

import java.util.List;

/**
 * The definition of every arithmetic, as a function of one layer's inputs. Sums are checked: where
 * one leaves the range of {@code long}, {@link ArithmeticException}.
 */
public final class AccumulatorFunction implements Arithmetic.Visitor<Long> {
  private final LongVector weights;
  private final long bias;
  private final int neuron;
  private final long[] values;

  private AccumulatorFunction(DenseLayer layer, int neuron, long[] values) {
    this.weights = layer.weights().row(neuron);
    this.bias = layer.biases().get(neuron);
    this.neuron = neuron;
    this.values = values;
  }

  /**
   * The accumulator of neuron {@code neuron}.
   *
   * @param values {@code [inputs]}
   */
  public static long apply(DenseLayer layer, int neuron, long[] values) {
    return layer.arithmetic().accept(new AccumulatorFunction(layer, neuron, values));
  }

  /** {@code sign(weight) * ((|weight| * value) & mask)}. */
  public static long summand(long weight, long mask, long value) {
    long magnitude = Math.multiplyExact(Math.absExact(weight), value) & mask;
    return weight < 0 ? Math.negateExact(magnitude) : magnitude;
  }

  @Override
  public Long visit(Arithmetic.Exact exact) {
    return weighted(weights);
  }

  @Override
  public Long visit(Arithmetic.MaskedSummands masked) {
    LongVector masks = masked.masks().row(neuron);
    long sum = bias;
    for (int i = 0; i < values.length; i++) {
      sum = Math.addExact(sum, summand(weights.get(i), masks.get(i), values[i]));
    }
    return Math.subtractExact(sum, masked.shortfall(weights, neuron));
  }

  @Override
  public Long visit(Arithmetic.SaturatedGroups saturated) {
    List<Arithmetic.Group> groups = saturated.groups().get(neuron);
    long sum = weighted(saturated.single(weights, neuron));
    for (Arithmetic.Group group : groups) {
      long part = 0;
      for (int i : group.inputs()) {
        part = Math.addExact(part, values[i]);
      }
      long counted = Math.min(part, group.cap());
      sum = Math.addExact(sum, Math.multiplyExact(weights.get(group.inputs().get(0)), counted));
    }
    return sum;
  }

  private long weighted(LongVector factors) {
    long sum = bias;
    for (int i = 0; i < values.length; i++) {
      sum = Math.addExact(sum, Math.multiplyExact(factors.get(i), values[i]));
    }
    return sum;
  }
}
