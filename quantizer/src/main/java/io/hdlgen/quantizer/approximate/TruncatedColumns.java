package io.hdlgen.quantizer.approximate;

import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Interval;
import java.util.List;

/**
 * The lowest columns of the addition are left out, of all summands alike: {@code sign(weight) *
 * floor(|weight| * value / 2^columns) * 2^columns}.
 *
 * <p>Source: Schulte and Swartzlander, "Truncated Multiplication with Correction Constant", IEEE
 * Workshop on VLSI Signal Processing, 1993; here without the correction, which a bias can be.
 *
 * @param columns 0 to 62
 */
public record TruncatedColumns(int columns) implements LayerApproximation {
  public TruncatedColumns {
    if (columns < 0 || columns > 62) {
      throw new IllegalArgumentException(columns + " columns");
    }
  }

  @Override
  public DenseLayer apply(DenseLayer layer, List<Interval> inputs) {
    return Masks.and(layer, (neuron, input) -> -1L << columns);
  }
}
