package io.hdlgen.quantizer.approximate;

import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongMatrix;
import java.util.List;

/**
 * Bits of each summand that are left out: {@code sign(weight) * ((|weight| * value) & mask)}. Masks
 * that the layer has already hold, too.
 *
 * <p>Source: Afentaki et al., "Bespoke Approximation of Multiplication-Accumulation and Activation
 * Targeting Printed Multilayer Perceptrons", ICCAD 2023.
 *
 * @param masks {@code [outputs][inputs]}
 */
public record SummandMask(LongMatrix masks) implements LayerApproximation {
  @Override
  public DenseLayer apply(DenseLayer layer, List<Interval> inputs) {
    if (masks.rows() != layer.outputs() || masks.columns() != layer.inputs()) {
      throw new IllegalArgumentException(
          "layer %s: %d x %d masks for %d x %d weights"
              .formatted(
                  layer.name(), masks.rows(), masks.columns(), layer.outputs(), layer.inputs()));
    }
    return Masks.and(layer, masks::get);
  }
}
