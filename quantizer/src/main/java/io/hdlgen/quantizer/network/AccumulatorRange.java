package io.hdlgen.quantizer.network;

import java.util.List;

/**
 * The range of one neuron's accumulator, from those of its inputs, which are taken as independent
 * of each other and as any integer of their ranges.
 *
 * <p>Exact, with one exception: of a masked summand whose weight is not a power of two, over more
 * than {@value #MOST_TRIED} values, the range may be wider than what occurs.
 */
public final class AccumulatorRange implements Arithmetic.Visitor<Interval> {
  /** Values that are tried one by one. */
  public static final int MOST_TRIED = 1 << 16;

  private final LongVector weights;
  private final long bias;
  private final int neuron;
  private final List<Interval> inputs;

  private AccumulatorRange(DenseLayer layer, int neuron, List<Interval> inputs) {
    this.weights = layer.weights().row(neuron);
    this.bias = layer.biases().get(neuron);
    this.neuron = neuron;
    this.inputs = inputs;
  }

  /**
   * The range of neuron {@code neuron}.
   *
   * @throws ArithmeticException if a bound, or one of a partial sum, leaves the range of {@code
   *     long}
   */
  public static Interval of(DenseLayer layer, int neuron, List<Interval> inputs) {
    return layer.arithmetic().accept(new AccumulatorRange(layer, neuron, inputs));
  }

  @Override
  public Interval visit(Arithmetic.Exact exact) {
    return weighted(weights);
  }

  @Override
  public Interval visit(Arithmetic.MaskedSummands masked) {
    LongVector masks = masked.masks().row(neuron);
    Interval sum = Interval.of(bias);
    for (int i = 0; i < weights.size(); i++) {
      Interval magnitude = masked(Math.absExact(weights.get(i)), masks.get(i), inputs.get(i));
      sum = sum.plus(magnitude.times(Long.signum(weights.get(i))));
    }
    return sum.plus(Interval.of(-masked.shortfall(weights, neuron)));
  }

  @Override
  public Interval visit(Arithmetic.SaturatedGroups saturated) {
    Interval sum = weighted(saturated.single(weights, neuron));
    for (Arithmetic.Group group : saturated.groups().get(neuron)) {
      Interval part = Interval.of(0);
      for (int i : group.inputs()) {
        part = part.plus(inputs.get(i));
      }
      Interval counted =
          new Interval(Math.min(part.min(), group.cap()), Math.min(part.max(), group.cap()));
      sum = sum.plus(counted.times(weights.get(group.inputs().get(0))));
    }
    return sum;
  }

  private Interval weighted(LongVector factors) {
    long min = bias;
    long max = bias;
    for (int i = 0; i < factors.size(); i++) {
      Interval product = inputs.get(i).times(factors.get(i));
      min = Math.addExact(min, product.min());
      max = Math.addExact(max, product.max());
    }
    return new Interval(min, max);
  }

  /** All {@code (factor * value) & mask} of a factor that is not negative. */
  public static Interval masked(long factor, long mask, Interval values) {
    Interval products = values.times(factor);
    long kept = mask & -Long.lowestOneBit(factor);
    if (factor == 0 || kept == 0) {
      return Interval.of(0);
    }
    boolean many = (double) values.max() - values.min() >= MOST_TRIED;
    int shift = Long.numberOfTrailingZeros(factor);
    if (Long.bitCount(factor) == 1) {
      Interval odd = masked(mask >> shift, values);
      return new Interval(odd.min() << shift, odd.max() << shift);
    }
    if (many) {
      return masked(mask, products);
    }
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (long value = values.min(); value <= values.max(); value++) {
      long product = factor * value & mask;
      min = Math.min(min, product);
      max = Math.max(max, product);
    }
    return new Interval(min, max);
  }

  /** All {@code value & mask}. */
  private static Interval masked(long mask, Interval values) {
    if (values.min() < 0 && values.max() >= 0) {
      return ofOneSign(mask, values.min(), -1).union(ofOneSign(mask, 0, values.max()));
    }
    return ofOneSign(mask, values.min(), values.max());
  }

  /**
   * All {@code value & mask} with values of one sign. The greatest is at {@code high}, or where one
   * of its ones has become a zero and all bits below it are ones; the least likewise at {@code
   * low}.
   */
  private static Interval ofOneSign(long mask, long low, long high) {
    long min = low & mask;
    long max = high & mask;
    for (int bit = 0; bit < Long.SIZE - 1; bit++) {
      long one = 1L << bit;
      long below = ((high & -one) ^ one) | (one - 1);
      if ((high & one) != 0 && below >= low) {
        max = Math.max(max, below & mask);
      }
      long above = (low & -one) | one;
      if ((low & one) == 0 && above <= high) {
        min = Math.min(min, above & mask);
      }
    }
    return new Interval(min, max);
  }
}
