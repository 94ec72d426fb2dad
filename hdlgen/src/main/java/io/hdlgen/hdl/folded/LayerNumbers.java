package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.folding.FoldedLayer;
import io.hdlgen.hdl.load.LayerBounds;
import io.hdlgen.hdl.lower.CodedValue;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.DenseLayer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The numbers of a layer as shared hardware computes them. Of each neuron: {@code sum = weights .
 * codes}, and the accumulator is {@code factor * sum + constant}.
 *
 * <p>With {@code agreements}, all weights are +1 or -1 and all codes bits, and the sum counts where
 * the two agree: {@code code XNOR (weight > 0)} (Hubara et al., "Binarized Neural Networks", NIPS
 * 2016).
 *
 * @param weights {@code [outputs][inputs]}, over codes
 * @param weight the weights that occur, and 0 where inputs or neurons are filled up
 * @param agreements whether sums count agreements
 * @param group sums of the inputs that are added in one cycle, for any codes of the field
 * @param running sums of a neuron's first groups
 * @param sums the exact range of each neuron's sum
 */
record LayerNumbers(
    Codes inputs,
    long[][] weights,
    Range weight,
    boolean agreements,
    Range group,
    Range running,
    List<Range> sums,
    BigInteger factor,
    NeuronNumbers constants) {

  /**
   * The numbers of a layer.
   *
   * @param bounds of numbers that are loaded; empty if they are built in
   */
  static LayerNumbers of(
      DenseLayer layer, Codes inputs, FoldedLayer shape, Optional<LayerBounds> bounds) {
    BigInteger factor = commonStep(inputs.values());
    long[][] weights = new long[layer.outputs()][layer.inputs()];
    List<BigInteger> constants = new ArrayList<>();
    boolean filledUp =
        layer.inputs() % shape.folding().simd() != 0 || layer.outputs() % shape.folding().pe() != 0;
    boolean signs = !filledUp && inputs.field().equals(Range.BIT);
    for (int n = 0; n < weights.length; n++) {
      BigInteger constant = BigInteger.valueOf(layer.biases().get(n));
      for (int i = 0; i < weights[n].length; i++) {
        BigInteger weight = BigInteger.valueOf(layer.weights().get(n, i));
        CodedValue value = inputs.values().get(i);
        constant = constant.add(weight.multiply(value.first()));
        weights[n][i] = weight.multiply(value.step()).divide(factor).longValueExact();
        signs &= Math.abs(weights[n][i]) == 1;
      }
      constants.add(constant);
    }
    if (bounds.isPresent()) {
      boolean oneStep = inputs.values().stream().allMatch(value -> value.step().equals(factor));
      boolean bits =
          !filledUp && oneStep && inputs.field().equals(Range.BIT) && bounds.get().signs();
      return declared(inputs, weights, bits, shape, factor, constants, bounds.get());
    }
    return new Ranges(inputs, weights, filledUp, signs, shape).numbers(factor, constants);
  }

  /** What sums can be of any weights in bounds, those of groups that are filled up as well. */
  private static LayerNumbers declared(
      Codes inputs,
      long[][] weights,
      boolean signs,
      FoldedLayer shape,
      BigInteger factor,
      List<BigInteger> plain,
      LayerBounds bounds) {
    Range weight = Range.of(0, 0);
    Range constant = bounds.biases();
    for (CodedValue value : inputs.values()) {
      Range step = Range.single(value.step().divide(factor));
      weight = weight.union(bounds.weights().times(step));
      constant = constant.plus(bounds.weights().times(Range.single(value.first())));
    }
    Range term = signs ? Range.BIT : weight.times(inputs.field());
    Range group = term.times(Range.of(shape.simd(), shape.simd()));
    Range sum = group.times(Range.of(shape.sf(), shape.sf()));
    List<BigInteger> constants = counted(weights, signs, factor, plain);
    if (signs) {
      constant = constant.minus(Range.of(0, shape.inputs()).times(Range.single(factor)));
    }
    return new LayerNumbers(
        inputs,
        weights,
        weight,
        signs,
        group,
        sum,
        Collections.nCopies(weights.length, sum),
        factor,
        new NeuronNumbers(constants, Optional.of(constant)));
  }

  /** The constants: a count of agreements is the sum plus the number of negative weights. */
  private static List<BigInteger> counted(
      long[][] weights, boolean signs, BigInteger factor, List<BigInteger> plain) {
    List<BigInteger> constants = new ArrayList<>();
    for (int n = 0; n < weights.length; n++) {
      long negative = 0;
      for (long w : weights[n]) {
        negative += w < 0 ? 1 : 0;
      }
      BigInteger excess = BigInteger.valueOf(signs ? negative : 0).multiply(factor);
      constants.add(plain.get(n).subtract(excess));
    }
    return constants;
  }

  private static BigInteger commonStep(List<CodedValue> values) {
    BigInteger common = BigInteger.ZERO;
    for (CodedValue value : values) {
      common = common.gcd(value.step());
    }
    return common;
  }

  /** The accumulator's factor and constants. */
  Affine accumulator() {
    return new Affine(NeuronNumbers.all(sums.size(), factor), constants);
  }

  /** The range of all neurons' sums, and of 0, which neurons that fill up have. */
  Range sum() {
    return sums.stream().reduce(Range.of(0, 0), Range::union);
  }

  /** Numbers of neurons: built in where the layer's are, and else in a range. */
  NeuronNumbers neurons(List<BigInteger> values, Range range) {
    return new NeuronNumbers(values, constants.declared().map(any -> range));
  }

  /** Finds what sums can be. */
  private static final class Ranges {
    private final Codes inputs;
    private final long[][] weights;
    private final boolean signs;
    private final int simd;
    private Range weight;
    private Range group = Range.of(0, 0);
    private Range running = Range.of(0, 0);
    private final List<Range> sums = new ArrayList<>();

    Ranges(Codes inputs, long[][] weights, boolean filledUp, boolean signs, FoldedLayer shape) {
      this.inputs = inputs;
      this.weights = weights;
      this.signs = signs;
      this.simd = shape.folding().simd();
      this.weight = filledUp ? Range.of(0, 0) : Range.of(weights[0][0], weights[0][0]);
      for (long[] row : weights) {
        neuron(row);
      }
    }

    private void neuron(long[] row) {
      Range sum = Range.of(0, 0);
      for (int from = 0; from < row.length; from += simd) {
        Range any = Range.of(0, 0);
        for (int i = from; i < Math.min(row.length, from + simd); i++) {
          weight = weight.union(Range.of(row[i], row[i]));
          sum = sum.plus(term(row[i], inputs.values().get(i).code()));
          any = any.plus(term(row[i], inputs.field()));
        }
        group = group.union(any);
        running = running.union(sum);
      }
      sums.add(sum);
    }

    private Range term(long factor, Range codes) {
      if (signs) {
        return codes.isSingle() && codes.min().signum() != 0 == factor > 0
            ? Range.of(1, 1)
            : codes.isSingle() ? Range.of(0, 0) : Range.BIT;
      }
      BigInteger a = codes.min().multiply(BigInteger.valueOf(factor));
      BigInteger b = codes.max().multiply(BigInteger.valueOf(factor));
      return new Range(a.min(b), a.max(b));
    }

    LayerNumbers numbers(BigInteger factor, List<BigInteger> plain) {
      return new LayerNumbers(
          inputs,
          weights,
          weight,
          signs,
          group,
          running,
          List.copyOf(sums),
          factor,
          NeuronNumbers.known(counted(weights, signs, factor, plain)));
    }
  }
}
