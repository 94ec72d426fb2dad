package io.hdlgen.quantizer.approximate;

import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Interval;
import java.util.List;

/**
 * Negative summands are added up and subtracted as the one's complement of their sum: {@code bias +
 * positive + ~negative = bias + positive - negative - 1}, without the adder's carry. Neurons that
 * subtract nothing stay as they are.
 *
 * <p>Source: Afentaki et al., "Bespoke Approximation of Multiplication-Accumulation and Activation
 * Targeting Printed Multilayer Perceptrons", ICCAD 2023.
 */
public record OnesComplement() implements LayerApproximation {
  @Override
  public DenseLayer apply(DenseLayer layer, List<Interval> inputs) {
    return layer.withArithmetic(new Arithmetic.MaskedSummands(Masks.masked(layer).masks(), true));
  }
}
