package io.hdlgen.quantizer.onnx.fold;

import io.hdlgen.quantizer.network.Rounding;
import io.hdlgen.quantizer.onnx.chain.Step;
import io.hdlgen.quantizer.onnx.graph.Node;
import io.hdlgen.quantizer.onnx.graph.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/**
 * QONNX's quantizers, taken apart into steps; the semantics are those of the qonnx package's
 * reference execution (Pappalardo et al., "QONNX: Representing Arbitrary-Precision Quantized Neural
 * Networks", 2022).
 */
final class QuantOperators {
  /** Where QONNX's operators live. */
  static final List<String> DOMAINS =
      List.of("onnx.brevitas", "finn.custom_op.general", "qonnx.custom_op.general");

  private static final int MAX_BITS = 64;

  private QuantOperators() {}

  /** {@code Quant}: scale, shift, clamp, round; then back. One signed bit is bipolar. */
  static IntFunction<List<Step>> quant(Operands operands) {
    Node node = operands.node();
    IntToDoubleFunction scale = positive(operands, 1, "scale");
    IntToDoubleFunction zero = operands.perElement(2, "zero point");
    IntToDoubleFunction bits = bits(operands, 3);
    boolean signed = node.attributes().integer("signed", 1) != 0;
    boolean narrow = node.attributes().integer("narrow", 0) != 0;
    Rounding rounding = rounding(node, "ROUND");
    return i -> {
      double s = scale.applyAsDouble(i);
      double z = zero.applyAsDouble(i);
      int b = (int) bits.applyAsDouble(i);
      Step.Divide divide = new Step.Divide(s);
      Step.Multiply multiply = new Step.Multiply(s);
      if (b == 1 && signed) {
        return List.of(divide, new Step.Add(z), new Step.Bipolar(), new Step.Add(-z), multiply);
      }
      return List.of(
          divide,
          new Step.Add(z),
          range(b, signed, narrow),
          new Step.Round(rounding),
          new Step.Add(-z),
          multiply);
    };
  }

  /** {@code BipolarQuant}: the sign, times the scale. */
  static IntFunction<List<Step>> bipolar(Operands operands) {
    IntToDoubleFunction scale = operands.perElement(1, "scale");
    return i -> List.of(new Step.Bipolar(), new Step.Multiply(scale.applyAsDouble(i)));
  }

  /**
   * {@code Trunc}: an integer loses low bits. With five inputs the shift is the difference of the
   * bit widths; with six it is the ratio of the scales, and the result is clamped.
   */
  static IntFunction<List<Step>> trunc(Operands operands) {
    Node node = operands.node();
    IntToDoubleFunction scale = positive(operands, 1, "scale");
    IntToDoubleFunction zero = operands.perElement(2, "zero point");
    Rounding rounding = rounding(node, "FLOOR");
    Step.Round toInteger = new Step.Round(Rounding.HALF_EVEN);
    if (!operands.has(5)) {
      IntToDoubleFunction from = bits(operands, 3);
      IntToDoubleFunction to = bits(operands, 4);
      return i -> {
        double s = scale.applyAsDouble(i);
        double z = zero.applyAsDouble(i);
        double shift = from.applyAsDouble(i) - to.applyAsDouble(i);
        return List.of(
            new Step.Divide(s),
            new Step.Add(z),
            toInteger,
            new Step.Divide(Math.scalb(1.0, (int) shift)),
            new Step.Round(rounding),
            new Step.Add(-z),
            new Step.Multiply(s));
      };
    }
    IntToDoubleFunction outScale = positive(operands, 4, "output scale");
    IntToDoubleFunction bits = bits(operands, 5);
    boolean signed = node.attributes().integer("signed", 1) != 0;
    boolean narrow = node.attributes().integer("narrow", 0) != 0;
    return i -> {
      double s = scale.applyAsDouble(i);
      double z = zero.applyAsDouble(i);
      double out = outScale.applyAsDouble(i);
      double divisor = Math.scalb(1.0, (int) Math.rint(Math.log(out / s) / Math.log(2)));
      return List.of(
          new Step.Divide(s),
          new Step.Add(z),
          toInteger,
          new Step.Divide(divisor),
          range((int) bits.applyAsDouble(i), signed, narrow),
          new Step.Round(rounding),
          new Step.Add(-(z / divisor)),
          new Step.Multiply(out));
    };
  }

  /** {@code MultiThreshold}: how many thresholds are met, scaled and shifted. */
  static IntFunction<List<Step>> multiThreshold(Operands operands) {
    Node node = operands.node();
    Tensor thresholds = operands.tensor(1, "threshold matrix");
    int[] shape = operands.dataShape();
    int axis = channelAxis(node, shape.length);
    int[] matrix = thresholds.shape();
    boolean fits =
        matrix.length == 2
            && matrix[1] > 0
            && (matrix[0] == 1 || (axis < shape.length && matrix[0] == shape[axis]));
    if (!fits) {
      throw node.refuse(
          "thresholds of shape %s for data of shape %s"
              .formatted(Arrays.toString(matrix), Arrays.toString(shape)),
          "[channels or 1][thresholds]");
    }
    Step.Count[] counts = new Step.Count[matrix[0]];
    double[] all = thresholds.values();
    Arrays.setAll(
        counts, c -> Step.Count.of(Arrays.copyOfRange(all, c * matrix[1], (c + 1) * matrix[1])));
    Step scale = new Step.Multiply(node.attributes().number("out_scale", 1));
    Step bias = new Step.Add(node.attributes().number("out_bias", 0));
    int inner =
        axis < shape.length ? Layout.size(Arrays.copyOfRange(shape, axis + 1, shape.length)) : 1;
    return i -> {
      int channel = counts.length == 1 ? 0 : i / inner % shape[axis];
      return List.of(counts[channel], scale, bias);
    };
  }

  private static int channelAxis(Node node, int rank) {
    String layout = node.attributes().text("data_layout", "");
    if (layout.isEmpty()) {
      return rank == 3 ? 2 : 1;
    }
    return Math.max(layout.indexOf('C'), layout.contains("C") ? 0 : 1);
  }

  private static Step.Clip range(int bits, boolean signed, boolean narrow) {
    double half = Math.scalb(1.0, bits - 1);
    return signed
        ? new Step.Clip(narrow ? -half + 1 : -half, half - 1)
        : new Step.Clip(0, 2 * half - (narrow ? 2 : 1));
  }

  private static IntToDoubleFunction bits(Operands operands, int index) {
    Tensor tensor = operands.tensor(index, "bit width");
    for (double bits : tensor.values()) {
      if (bits < 1 || bits > MAX_BITS || bits != Math.rint(bits)) {
        throw operands.node().refuse("bit width " + bits, "a whole number of 1 to " + MAX_BITS);
      }
    }
    return operands.perElement(index, "bit width");
  }

  private static IntToDoubleFunction positive(Operands operands, int index, String meaning) {
    for (double scale : operands.tensor(index, meaning).values()) {
      if (scale <= 0) {
        throw operands.node().refuse(meaning + " " + scale, "a positive " + meaning);
      }
    }
    return operands.perElement(index, meaning);
  }

  private static Rounding rounding(Node node, String otherwise) {
    String mode = node.attributes().text("rounding_mode", otherwise).toUpperCase(Locale.ROOT);
    for (Rounding rounding : Rounding.values()) {
      if (mode.equals(rounding.name())
          || (mode.equals("ROUND") && rounding == Rounding.HALF_EVEN)) {
        return rounding;
      }
    }
    throw node.refuse(
        "rounding_mode " + mode, "ROUND, CEIL, FLOOR, UP, DOWN, HALF_EVEN, HALF_UP or HALF_DOWN");
  }
}
