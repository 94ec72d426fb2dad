package io.hdlgen.quantizer.onnx.integer;

import io.hdlgen.quantizer.onnx.chain.Chain;
import io.hdlgen.quantizer.onnx.chain.Step;
import java.util.List;

/**
 * A quantized value as a function of its source: the integer {@code code(x)}, which stands for
 * {@code grid}.
 *
 * @param code ends in whole numbers
 * @param bipolar whether the codes are -1 and 1 and nothing between
 */
record Quantized(Chain code, Grid grid, boolean bipolar) {
  /** The same values with the codes negated. */
  Quantized negated() {
    return new Quantized(
        code.then(List.of(new Step.Multiply(-1))), new Grid(-grid.scale(), grid.offset()), bipolar);
  }

  /** The same values, with one code for all if the grid makes no difference. */
  Quantized withoutDeadCodes() {
    return grid.scale() == 0
        ? new Quantized(code.then(List.of(new Step.Multiply(0))), grid, false)
        : this;
  }

  /** The lowest code at any source, finite or not. */
  double lowest() {
    return Math.min(atInfinity(-1), atInfinity(1));
  }

  /** The highest code at any source, finite or not. */
  double highest() {
    return Math.max(atInfinity(-1), atInfinity(1));
  }

  private double atInfinity(int sign) {
    return code.apply(sign * Double.POSITIVE_INFINITY);
  }
}
