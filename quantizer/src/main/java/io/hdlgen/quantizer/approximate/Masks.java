package io.hdlgen.quantizer.approximate;

import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import java.util.Arrays;

/** The masks of a layer's summands. */
final class Masks {
  private Masks() {}

  /** The mask of one summand. */
  interface Of {
    long at(int neuron, int input);
  }

  /** The layer, of whose summands no bit is kept that {@code masks} leave out. */
  static DenseLayer and(DenseLayer layer, Of masks) {
    Arithmetic.MaskedSummands before = masked(layer);
    long[][] kept = new long[layer.outputs()][layer.inputs()];
    for (int n = 0; n < kept.length; n++) {
      int neuron = n;
      LongVector row = before.masks().row(n);
      Arrays.setAll(kept[n], i -> row.get(i) & masks.at(neuron, i));
    }
    return layer.withArithmetic(
        new Arithmetic.MaskedSummands(LongMatrix.of(kept), before.onesComplement()));
  }

  /** The layer's arithmetic as masks. */
  static Arithmetic.MaskedSummands masked(DenseLayer layer) {
    return layer
        .arithmetic()
        .accept(
            new Arithmetic.Visitor<>() {
              @Override
              public Arithmetic.MaskedSummands visit(Arithmetic.Exact exact) {
                long[][] all = new long[layer.outputs()][layer.inputs()];
                Arrays.stream(all).forEach(row -> Arrays.fill(row, -1));
                return new Arithmetic.MaskedSummands(LongMatrix.of(all), false);
              }

              @Override
              public Arithmetic.MaskedSummands visit(Arithmetic.MaskedSummands masked) {
                return masked;
              }

              @Override
              public Arithmetic.MaskedSummands visit(Arithmetic.SaturatedGroups saturated) {
                throw new IllegalArgumentException(
                    "layer " + layer.name() + ": saturated groups have no masks");
              }
            });
  }
}
