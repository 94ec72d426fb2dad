package io.hdlgen.hdl.load;

import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.DenseLayer;
import java.math.BigInteger;
import java.util.List;

/**
 * What the numbers of a layer may be.
 *
 * @param weights holds 0
 * @param signs whether all weights are -1 or +1
 * @param biases what biases may be; without effect where thresholds follow, which take biases in
 */
public record LayerBounds(Range weights, boolean signs, Range biases) {
  public LayerBounds {
    if (!weights.contains(BigInteger.ZERO)) {
      throw new IllegalArgumentException("weights in " + weights + " cannot vanish");
    }
  }

  /**
   * The bounds that the numbers of a layer suggest: binary and ternary weights stay so, others may
   * be anything in the least two's complement field that holds those of the layer; biases may be
   * anything in the field that holds them and all sums of weights times inputs.
   *
   * @param inputs ranges of the values that come in
   */
  static LayerBounds of(DenseLayer layer, List<Range> inputs) {
    Range weights = Range.of(0, 0);
    boolean signs = true;
    Range biases = Range.of(0, 0);
    for (int n = 0; n < layer.outputs(); n++) {
      for (int i = 0; i < layer.inputs(); i++) {
        long weight = layer.weights().get(n, i);
        weights = weights.union(Range.of(weight, weight));
        signs &= Math.abs(weight) == 1;
      }
      biases = biases.union(Range.of(layer.biases().get(n), layer.biases().get(n)));
    }
    Range ternary = Range.of(-1, 1);
    weights = ternary.contains(weights) ? ternary : signed(weights);
    return new LayerBounds(weights, signs, signed(biases.union(sum(weights, inputs))));
  }

  private static Range sum(Range weights, List<Range> inputs) {
    return inputs.stream().map(weights::times).reduce(Range.of(0, 0), Range::plus);
  }

  /** What accumulators can be. */
  Range accumulator(List<Range> inputs) {
    return sum(weights, inputs).plus(biases);
  }

  /**
   * All numbers of the two's complement field that holds a range and its negative side, as far as
   * networks can have them: 64 bits.
   */
  static Range signed(Range range) {
    return Range.signed(Math.min(Long.SIZE, range.union(Range.of(-1, 0)).width()));
  }
}
