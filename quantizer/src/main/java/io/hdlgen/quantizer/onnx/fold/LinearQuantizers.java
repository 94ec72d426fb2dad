package io.hdlgen.quantizer.onnx.fold;

import io.hdlgen.quantizer.network.Rounding;
import io.hdlgen.quantizer.onnx.chain.Chain;
import io.hdlgen.quantizer.onnx.chain.Step;
import io.hdlgen.quantizer.onnx.graph.Node;
import io.hdlgen.quantizer.onnx.graph.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/**
 * ONNX's {@code QuantizeLinear} and {@code DequantizeLinear}, taken apart into steps.
 *
 * <p>The first is {@code saturate(round(x / scale) + zero point)}: unlike QONNX's {@code Quant} it
 * adds the zero point behind the rounding, which makes a difference where the zero point is odd and
 * a value lies halfway between two codes.
 */
public final class LinearQuantizers {
  /** The domain of ONNX Runtime, which has both for 16 bits in older operator sets. */
  public static final String RUNTIME_DOMAIN = "com.microsoft";

  private static final int UINT8 = 2;

  private LinearQuantizers() {}

  /** Whether the node is one of the two. */
  public static boolean is(Node node) {
    return node.operator().equals("QuantizeLinear") || node.operator().equals("DequantizeLinear");
  }

  /**
   * Whether values are codes of a {@code QuantizeLinear} that a type holds: then a {@code Cast} to
   * it, as PyTorch writes it, changes nothing.
   *
   * @param type a number of ONNX's element types
   */
  public static boolean areCodes(List<Chain> values, int type) {
    Optional<Tensor.Range> range = Tensor.Range.ofElementType(type);
    return range.isPresent()
        && values.stream().allMatch(value -> isWhole(value) && isWithin(value, range.get()));
  }

  private static boolean isWhole(Chain chain) {
    int last = chain.lastQuantizer();
    return last >= 0
        && chain.part(last + 1, chain.steps().size()).steps().stream()
            .allMatch(LinearQuantizers::keepsWhole);
  }

  private static boolean keepsWhole(Step step) {
    if (step instanceof Step.Clip clip) {
      return isWhole(clip.low()) && isWhole(clip.high());
    }
    return step instanceof Step.Add add && isWhole(add.term());
  }

  private static boolean isWhole(double number) {
    return number == Math.rint(number);
  }

  private static boolean isWithin(Chain chain, Tensor.Range range) {
    double infinity = Double.POSITIVE_INFINITY;
    double first = chain.apply(-infinity);
    double second = chain.apply(infinity);
    return Math.min(first, second) >= range.low() && Math.max(first, second) <= range.high();
  }

  static IntFunction<List<Step>> quantize(Operands operands) {
    IntToDoubleFunction scale = scale(operands);
    IntToDoubleFunction zero = zero(operands);
    Tensor.Range range = range(operands);
    return i -> {
      double z = zero.applyAsDouble(i);
      return List.of(
          new Step.Divide(scale.applyAsDouble(i)),
          new Step.Round(Rounding.HALF_EVEN),
          new Step.Clip(range.low() - z, range.high() - z),
          new Step.Add(z));
    };
  }

  static IntFunction<List<Step>> dequantize(Operands operands) {
    IntToDoubleFunction scale = scale(operands);
    IntToDoubleFunction zero = zero(operands);
    return i ->
        List.of(new Step.Add(-zero.applyAsDouble(i)), new Step.Multiply(scale.applyAsDouble(i)));
  }

  /** A constant behind {@code DequantizeLinear}, with the integers that it was. */
  static Constant dequantized(Node node, List<Optional<Tensor>> inputs) {
    Tensor codes = inputs.get(0).orElseThrow();
    Operands operands = new Operands(node, codes.shape(), inputs);
    IntToDoubleFunction scale = scale(operands);
    IntToDoubleFunction zero = zero(operands);
    double[] integers = codes.values();
    double[] scales = new double[integers.length];
    double[] values = new double[integers.length];
    for (int i = 0; i < integers.length; i++) {
      integers[i] -= zero.applyAsDouble(i);
      scales[i] = scale.applyAsDouble(i);
      values[i] = Tensor.Type.FLOAT.round(integers[i] * scales[i]);
    }
    return new Constant(
        Tensor.of(Tensor.Type.FLOAT, codes.shape(), values),
        Optional.of(new Constant.Exact(integers, scales)));
  }

  private static IntToDoubleFunction scale(Operands operands) {
    for (double scale : operands.tensor(1, "scale").values()) {
      if (scale <= 0) {
        throw operands.node().refuse("scale " + scale, "a positive scale");
      }
    }
    return alongAxis(operands, 1, "scale");
  }

  private static IntToDoubleFunction zero(Operands operands) {
    return operands.has(2) ? alongAxis(operands, 2, "zero point") : i -> 0;
  }

  private static IntToDoubleFunction alongAxis(Operands operands, int index, String meaning) {
    Tensor tensor = operands.tensor(index, meaning);
    if (tensor.size() == 1) {
      return operands.perElement(index, meaning);
    }
    if (tensor.rank() != 1) {
      throw operands
          .node()
          .refuse("a " + meaning + " for each block of values", "one for all, or one a channel");
    }
    int axis = operands.node().attributes().integer("axis", 1);
    int rank = operands.dataShape().length;
    return operands.perChannel(index, axis < 0 ? axis + rank : axis, meaning);
  }

  /** The codes of the type that the zero point has, or else the attribute names, or else uint8. */
  private static Tensor.Range range(Operands operands) {
    Node node = operands.node();
    if (operands.has(2)) {
      return operands
          .tensor(2, "zero point")
          .range()
          .orElseThrow(
              () -> node.refuse("a zero point that is no plain integer", "one of 4 to 16 bits"));
    }
    int type = node.attributes().integer("output_dtype", 0);
    return Tensor.Range.ofElementType(type == 0 ? UINT8 : type)
        .orElseThrow(
            () -> node.refuse("QuantizeLinear to type number " + type, "integers of 4 to 16 bits"));
  }
}
