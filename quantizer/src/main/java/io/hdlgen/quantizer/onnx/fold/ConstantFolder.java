package io.hdlgen.quantizer.onnx.fold;

import io.hdlgen.quantizer.onnx.chain.Chain;
import io.hdlgen.quantizer.onnx.chain.Step;
import io.hdlgen.quantizer.onnx.graph.Node;
import io.hdlgen.quantizer.onnx.graph.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/**
 * Evaluates operators whose inputs are all constant.
 *
 * <p>Values are rounded to their element type after each operation, as an ONNX runtime does.
 * Quantizers keep the integers that they found beside the rounded values.
 */
public final class ConstantFolder {
  private final Node node;
  private final List<Optional<Constant>> inputs;

  private ConstantFolder(Node node, List<Optional<Constant>> inputs) {
    this.node = node;
    this.inputs = inputs;
  }

  /**
   * The value of the node's first output, or nothing if the operator is not one that is folded.
   *
   * @param inputs by position; an input left out is empty
   */
  public static Optional<Constant> fold(Node node, List<Optional<Constant>> inputs) {
    return Optional.ofNullable(new ConstantFolder(node, inputs).fold());
  }

  /** The value of a node {@code Shape} of a tensor of this shape. */
  public static Constant shape(Node node, int[] shape) {
    int start = bound(node.attributes().integer("start", 0), shape.length);
    int end = bound(node.attributes().integer("end", shape.length), shape.length);
    return Constant.plain(integers(Arrays.copyOfRange(shape, start, Math.max(start, end))));
  }

  private static int bound(int index, int rank) {
    return Math.max(0, Math.min(rank, index < 0 ? index + rank : index));
  }

  private Constant fold() {
    if (node.operator().equals("Constant") && !ElementwiseOperators.isQonnx(node)) {
      return constant();
    }
    if (inputs.isEmpty() || inputs.get(0).isEmpty()) {
      return null;
    }
    if (ElementwiseOperators.isQonnx(node)) {
      return elementwise(0);
    }
    return switch (node.operator()) {
      case "Shape" -> shape(node, tensor(0).shape());
      case "ConstantOfShape" -> filled();
      case "Cast" -> cast();
      case "Concat" -> concat();
      case "DequantizeLinear" -> LinearQuantizers.dequantized(node, tensors());
      case "Sqrt" -> unary(Math::sqrt);
      case "Exp" -> unary(StrictMath::exp);
      case "Log" -> unary(StrictMath::log);
      case "Abs" -> unary(Math::abs);
      case "Reciprocal" -> unary(x -> 1 / x);
      case "Pow" -> binary(StrictMath::pow);
      case "Div" -> tensor(1).type() == Tensor.Type.INTEGER ? binary(this::divide) : elementwise(0);
      default -> arrangedOrElementwise();
    };
  }

  private double divide(double a, double b) {
    if (b == 0) {
      throw node.refuse("a division by 0", "another divisor");
    }
    return a / b;
  }

  private Constant arrangedOrElementwise() {
    Optional<Layout> layout = LayoutOperators.of(node, tensor(0).shape(), tensors());
    if (layout.isPresent()) {
      return input(0).arranged(layout.get());
    }
    boolean exactOnTheRight =
        node.operator().equals("Mul") && input(0).exact().isEmpty() && input(1).exact().isPresent();
    return elementwise(exactOnTheRight ? 1 : 0);
  }

  private Constant elementwise(int position) {
    Constant data = input(position);
    Optional<Elementwise> found =
        ElementwiseOperators.of(node, position, data.tensor().shape(), tensors());
    if (found.isEmpty()) {
      return null;
    }
    Layout layout = found.get().layout();
    List<Chain> chains = found.get().chains();
    Constant arranged = data.arranged(layout);
    Tensor.Type type = data.tensor().type();
    double[] values = arranged.tensor().values();
    for (int i = 0; i < values.length; i++) {
      for (Step step : chains.get(i).steps()) {
        values[i] = type.round(step.apply(values[i]));
      }
      finite(values[i], i);
    }
    return new Constant(
        Tensor.of(type, layout.shape(), values), ExactFolding.exact(arranged, chains));
  }

  private Constant constant() {
    Optional<Tensor> value = node.attributes().tensor("value");
    if (value.isPresent()) {
      return Constant.plain(value.get());
    }
    for (String name : List.of("value_float", "value_floats", "value_int", "value_ints")) {
      List<Double> numbers = node.attributes().numbers().get(name);
      if (numbers != null) {
        Tensor.Type type = name.contains("float") ? Tensor.Type.FLOAT : Tensor.Type.INTEGER;
        int[] shape = name.endsWith("s") ? new int[] {numbers.size()} : new int[0];
        double[] values = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        return Constant.plain(Tensor.of(type, shape, values));
      }
    }
    throw node.refuse("a Constant without a numeric value", "a tensor or numbers");
  }

  private Constant filled() {
    int[] shape = tensor(0).toInts();
    long size = 1;
    for (int dimension : shape) {
      size = Math.min(Long.MAX_VALUE >> 32, size * Math.max(0, dimension));
    }
    if (size > 1 << 24) {
      throw node.refuse("shape " + Arrays.toString(shape), "a smaller tensor");
    }
    Tensor fill =
        node.attributes()
            .tensor("value")
            .orElseGet(() -> Tensor.of(Tensor.Type.FLOAT, new int[] {1}, new double[1]));
    double[] values = new double[(int) size];
    Arrays.fill(values, fill.get(0));
    return Constant.plain(Tensor.of(fill.type(), shape, values));
  }

  private Constant cast() {
    int to = node.attributes().integer("to", 1);
    Tensor.Type type =
        switch (to) {
          case 1, 10, 16 -> Tensor.Type.FLOAT;
          case 11 -> Tensor.Type.DOUBLE;
          case 9 -> Tensor.Type.BOOL;
          case 2, 3, 4, 5, 6, 7, 12, 13 -> Tensor.Type.INTEGER;
          default -> throw node.refuse("a Cast to type number " + to, "a numeric type");
        };
    boolean real = type == Tensor.Type.FLOAT || type == Tensor.Type.DOUBLE;
    double[] values = Arrays.stream(tensor(0).values()).map(type::round).toArray();
    Tensor tensor = Tensor.of(type, tensor(0).shape(), values);
    return new Constant(tensor, real ? input(0).exact() : Optional.empty());
  }

  private Constant concat() {
    int rank = tensor(0).rank();
    int axis = node.attributes().integer("axis", 0);
    axis = axis < 0 ? axis + rank : axis;
    int[] shape = tensor(0).shape();
    if (axis < 0 || axis >= rank) {
      throw node.refuse("Concat along axis " + axis, "an axis of the tensors");
    }
    shape[axis] = 0;
    for (int i = 0; i < inputs.size(); i++) {
      int[] part = tensor(i).shape();
      shape[axis] += part.length == rank ? part[axis] : 0;
      int[] expected = shape.clone();
      expected[axis] = part.length == rank ? part[axis] : -1;
      if (!Arrays.equals(part, expected)) {
        throw node.refuse("Concat of shapes that do not fit", "tensors equal in all other axes");
      }
    }
    int outer = Layout.size(Arrays.copyOf(shape, axis));
    List<Double> values = new ArrayList<>();
    for (int o = 0; o < outer; o++) {
      for (int i = 0; i < inputs.size(); i++) {
        int block = outer == 0 ? 0 : tensor(i).size() / outer;
        for (int j = 0; j < block; j++) {
          values.add(tensor(i).get(o * block + j));
        }
      }
    }
    return Constant.plain(
        Tensor.of(
            tensor(0).type(), shape, values.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  private Constant unary(DoubleUnaryOperator function) {
    Tensor x = tensor(0);
    double[] values = x.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = finite(x.type().round(function.applyAsDouble(values[i])), i);
    }
    return Constant.plain(Tensor.of(x.type(), x.shape(), values));
  }

  private Constant binary(DoubleBinaryOperator function) {
    Operands operands = new Operands(node, tensor(0).shape(), tensors());
    int[] shape = operands.commonShape(1, "operand");
    IntToDoubleFunction a = operands.stretched(tensor(0), shape, "operand");
    IntToDoubleFunction b = operands.stretched(tensor(1), shape, "operand");
    double[] values = new double[Layout.size(shape)];
    for (int i = 0; i < values.length; i++) {
      double value = function.applyAsDouble(a.applyAsDouble(i), b.applyAsDouble(i));
      values[i] = finite(tensor(0).type().round(value), i);
    }
    return Constant.plain(Tensor.of(tensor(0).type(), shape, values));
  }

  private double finite(double value, int index) {
    if (!Double.isFinite(value)) {
      throw node.refuse(
          node.operator() + " giving " + value + " at index " + index, "finite constants");
    }
    return value;
  }

  private static Tensor integers(int[] values) {
    return Tensor.of(
        Tensor.Type.INTEGER,
        new int[] {values.length},
        Arrays.stream(values).asDoubleStream().toArray());
  }

  private Constant input(int index) {
    if (index >= inputs.size() || inputs.get(index).isEmpty()) {
      throw node.refuse(node.operator() + " without input " + index, "all inputs");
    }
    return inputs.get(index).get();
  }

  private Tensor tensor(int index) {
    return input(index).tensor();
  }

  private List<Optional<Tensor>> tensors() {
    return inputs.stream().map(input -> input.map(Constant::tensor)).toList();
  }
}
