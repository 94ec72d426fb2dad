package io.hdlgen.quantizer.onnx.fold;

import io.hdlgen.quantizer.network.Rounding;
import io.hdlgen.quantizer.onnx.chain.Chain;
import io.hdlgen.quantizer.onnx.chain.Step;
import io.hdlgen.quantizer.onnx.graph.Node;
import io.hdlgen.quantizer.onnx.graph.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/** The operators that are a monotone function of each element, given constants. */
public final class ElementwiseOperators {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private final Node node;
  private final int position;
  private final Operands operands;

  private ElementwiseOperators(Node node, int position, Operands operands) {
    this.node = node;
    this.position = position;
    this.operands = operands;
  }

  /** Whether an operator belongs to QONNX and bears one of its domains. */
  public static boolean isQonnx(Node node) {
    return QuantOperators.DOMAINS.contains(node.domain());
  }

  /**
   * What the node does to each element, or nothing if it is no such operator.
   *
   * @param position which input is the data
   * @param shape of the data
   * @param constants the constant inputs by position; {@code position} itself is not looked at
   */
  public static Optional<Elementwise> of(
      Node node, int position, int[] shape, List<Optional<Tensor>> constants) {
    return new ElementwiseOperators(node, position, new Operands(node, shape, constants))
        .elementwise();
  }

  private Optional<Elementwise> elementwise() {
    if (isQonnx(node)) {
      return Optional.ofNullable(qonnx()).map(this::sameShape);
    }
    return switch (node.operator()) {
      case "Add" -> binary(c -> List.of(new Step.Add(c)));
      case "Sub" ->
          position == 0
              ? binary(c -> List.of(new Step.Add(-c)))
              : binary(c -> List.of(new Step.Multiply(-1), new Step.Add(c)));
      case "Mul" -> binary(c -> List.of(new Step.Multiply(c)));
      case "Div" -> binary(this::divide);
      case "Max" -> binary(c -> List.of(new Step.Clip(c, INFINITY)));
      case "Min" -> binary(c -> List.of(new Step.Clip(-INFINITY, c)));
      case "PRelu" -> binary(c -> List.of(leak(c)));
      default -> Optional.ofNullable(unary()).map(this::sameShape);
    };
  }

  private IntFunction<List<Step>> qonnx() {
    return switch (node.operator()) {
      case "Quant", "IntQuant" -> QuantOperators.quant(operands);
      case "BipolarQuant" -> QuantOperators.bipolar(operands);
      case "Trunc" -> QuantOperators.trunc(operands);
      case "MultiThreshold" -> QuantOperators.multiThreshold(operands);
      default -> null;
    };
  }

  private IntFunction<List<Step>> unary() {
    return switch (node.operator()) {
      case "Neg" -> all(new Step.Multiply(-1));
      case "Relu" -> all(new Step.Clip(0, INFINITY));
      case "LeakyRelu" -> all(leak(node.attributes().number("alpha", (double) 0.01f)));
      case "Clip" -> clip();
      case "HardSigmoid" ->
          all(
              new Step.Multiply(node.attributes().number("alpha", (double) 0.2f)),
              new Step.Add(node.attributes().number("beta", 0.5)),
              new Step.Clip(0, 1));
      case "Sigmoid" -> all(new Step.Sigmoid());
      case "Tanh" -> all(new Step.Tanh());
      case "Sign" -> all(new Step.Clip(-1, 1), new Step.Round(Rounding.UP));
      case "Floor" -> all(new Step.Round(Rounding.FLOOR));
      case "Ceil" -> all(new Step.Round(Rounding.CEIL));
      case "Round" -> all(new Step.Round(Rounding.HALF_EVEN));
      case "BatchNormalization" -> batchNormalization();
      case "QuantizeLinear" -> LinearQuantizers.quantize(operands);
      case "DequantizeLinear" -> LinearQuantizers.dequantize(operands);
      default -> null;
    };
  }

  private static IntFunction<List<Step>> all(Step... steps) {
    List<Step> list = List.of(steps);
    return i -> list;
  }

  private IntFunction<List<Step>> clip() {
    double low = bound("min", 1, -INFINITY);
    double high = bound("max", 2, INFINITY);
    return all(new Step.Clip(low, high));
  }

  private double bound(String name, int input, double otherwise) {
    if (!operands.has(input)) {
      return node.attributes().number(name, otherwise);
    }
    Tensor tensor = operands.tensor(input, name);
    if (tensor.size() != 1) {
      throw node.refuse("Clip with " + tensor.size() + " values of " + name, "one");
    }
    return tensor.get(0);
  }

  private Step leak(double slope) {
    if (slope < 0) {
      throw node.refuse(
          node.operator() + " of negative slope " + slope + ", which is not monotone",
          "a slope of 0 or more");
    }
    return new Step.Leak(slope);
  }

  private List<Step> divide(double divisor) {
    if (position != 0) {
      throw node.refuse(
          "a division by a value that depends on the network's input", "a constant divisor");
    }
    if (divisor == 0) {
      throw node.refuse("a division by 0", "another divisor");
    }
    return List.of(new Step.Divide(divisor));
  }

  private IntFunction<List<Step>> batchNormalization() {
    if (node.attributes().integer("training_mode", 0) != 0) {
      throw node.refuse("BatchNormalization in training mode", "a model exported for inference");
    }
    IntToDoubleFunction gamma = operands.perChannel(1, 1, "scale");
    IntToDoubleFunction beta = operands.perChannel(2, 1, "bias");
    IntToDoubleFunction mean = operands.perChannel(3, 1, "mean");
    IntToDoubleFunction variance = operands.perChannel(4, 1, "variance");
    double epsilon = node.attributes().number("epsilon", (double) 1e-5f);
    return i -> {
      double spread = variance.applyAsDouble(i) + epsilon;
      if (spread <= 0) {
        throw node.refuse("variance " + variance.applyAsDouble(i), "a positive variance");
      }
      return List.of(
          new Step.Add(-mean.applyAsDouble(i)),
          new Step.Divide(Math.sqrt(spread)),
          new Step.Multiply(gamma.applyAsDouble(i)),
          new Step.Add(beta.applyAsDouble(i)));
    };
  }

  private Optional<Elementwise> binary(DoubleFunction<List<Step>> steps) {
    if (node.inputs().size() != 2) {
      throw node.refuse(
          node.operator() + " of " + node.inputs().size() + " values", "two, one a constant");
    }
    int other = 1 - position;
    int[] shape = operands.commonShape(other, "operand");
    Tensor constant = operands.tensor(other, "operand");
    IntToDoubleFunction values = operands.stretched(constant, shape, "operand");
    Layout layout = Layout.broadcast(operands.dataShape(), shape);
    List<Chain> chains = new ArrayList<>(layout.sources().length);
    for (int i = 0; i < layout.sources().length; i++) {
      chains.add(new Chain(steps.apply(values.applyAsDouble(i))));
    }
    return Optional.of(new Elementwise(layout, chains));
  }

  private Elementwise sameShape(IntFunction<List<Step>> steps) {
    Chain[] chains = new Chain[operands.size()];
    Arrays.setAll(chains, i -> new Chain(steps.apply(i)));
    return new Elementwise(Layout.reshaped(operands.dataShape()), Arrays.asList(chains));
  }
}
