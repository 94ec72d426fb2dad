package io.hdlgen.quantizer.approximate;

import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import java.util.List;

/**
 * Inputs of which only the highest bits are read: {@code floor(value / 2^d) * 2^d} in the place of
 * an input whose range takes {@code d} bits more than are kept. Their low bits are masked in every
 * summand; of an input that keeps none, all weights become 0.
 *
 * <p>A mask of a product is one of the input only where the weight is a power of two, so other
 * weights of inputs that lose bits are refused. Source: the bespoke analog-to-digital front ends of
 * Armeniakos et al., "On-Sensor Printed Machine Learning Classification via Bespoke ADC and
 * Decision Tree Co-Design", DATE 2024, where a bit that is not read is not converted.
 *
 * @param bits {@code [inputs]}, what is kept of each input, 0 or more
 */
public record CutFeatures(LongVector bits) implements LayerApproximation {
  public CutFeatures {
    for (int i = 0; i < bits.size(); i++) {
      if (bits.get(i) < 0) {
        throw new IllegalArgumentException(bits.get(i) + " bits of input " + i);
      }
    }
  }

  @Override
  public DenseLayer apply(DenseLayer layer, List<Interval> inputs) {
    if (bits.size() != layer.inputs()) {
      throw new IllegalArgumentException(
          "layer %s: bits of %d inputs for %d"
              .formatted(layer.name(), bits.size(), layer.inputs()));
    }
    long[][] weights = new long[layer.outputs()][];
    for (int n = 0; n < weights.length; n++) {
      weights[n] = layer.weights().row(n).toArray();
      for (int i = 0; i < weights[n].length; i++) {
        weights[n][i] = bits.get(i) == 0 ? 0 : weights[n][i];
        if (lost(inputs, i) > 0 && Long.bitCount(Math.abs(weights[n][i])) > 1) {
          throw new IllegalArgumentException(
              "layer %s: weight %d of input %d, which loses bits, is no power of two"
                  .formatted(layer.name(), weights[n][i], i));
        }
      }
    }
    DenseLayer rest = layer.withWeights(LongMatrix.of(weights));
    return Masks.and(
        rest,
        (neuron, input) -> {
          int lost = lost(inputs, input);
          long weight = rest.weights().get(neuron, input);
          return lost == 0 || weight == 0 ? -1 : -1L << (lost + Long.numberOfTrailingZeros(weight));
        });
  }

  private int lost(List<Interval> inputs, int input) {
    return (int) Math.max(0, inputs.get(input).width() - bits.get(input));
  }
}
