package io.hdlgen.quantizer.approximate;

import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Interval;
import java.util.List;

/**
 * Products cut to their highest bits: of a product {@code |weight| * value} that takes {@code
 * width} bits, {@code floor(product / 2^d) * 2^d} with {@code d = max(0, width - bits)} goes into
 * the sum.
 *
 * <p>Source: Armeniakos et al., "Co-Design of Approximate Multilayer Perceptron for Ultra-Resource
 * Constrained Printed Circuits", IEEE Transactions on Computers, 2023, which cuts the products that
 * matter least.
 *
 * @param bits what is kept of each product, at least 1
 */
public record AxSum(int bits) implements LayerApproximation {
  public AxSum {
    if (bits < 1) {
      throw new IllegalArgumentException(bits + " bits of a product");
    }
  }

  @Override
  public DenseLayer apply(DenseLayer layer, List<Interval> inputs) {
    return Masks.and(
        layer,
        (neuron, input) -> {
          long magnitude = Math.absExact(layer.weights().get(neuron, input));
          return HighBits.mask(inputs.get(input).times(magnitude), bits);
        });
  }
}
