package io.hdlgen.quantizer.onnx.mlp;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.onnx.fold.Constant;
import io.hdlgen.quantizer.onnx.fold.ConstantFolder;
import io.hdlgen.quantizer.onnx.fold.Elementwise;
import io.hdlgen.quantizer.onnx.fold.ElementwiseOperators;
import io.hdlgen.quantizer.onnx.fold.Layout;
import io.hdlgen.quantizer.onnx.fold.LayoutOperators;
import io.hdlgen.quantizer.onnx.graph.Graph;
import io.hdlgen.quantizer.onnx.graph.Node;
import io.hdlgen.quantizer.onnx.graph.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks a graph once, from its input to its output, and gathers the dense stages.
 *
 * <p>Each value is either a constant or a list of monotone functions of one source, so no pattern
 * of nodes has to be recognised.
 */
public final class GraphWalk {
  private static final List<String> EITHER_SIDE =
      List.of("Add", "Sub", "Mul", "Div", "Max", "Min", "MatMul", "Gemm", "Shape");
  private static final int MAX_STAGES = 1_000;
  private static final String SUPPORTED =
      "an MLP made of Gemm, MatMul, Add, Sub, Mul, Div, Neg, BatchNormalization, Quant, "
          + "BipolarQuant, Trunc, MultiThreshold, Relu, LeakyRelu, PRelu, Clip, Min, Max, Sign, "
          + "Round, Floor, Ceil, Sigmoid, HardSigmoid, Tanh, Identity, Dropout, Cast, Reshape, "
          + "Flatten, Squeeze, Unsqueeze, Transpose, Slice, Gather, Expand, and Softmax, "
          + "LogSoftmax, ArgMax or TopK at the end";

  private final Graph graph;
  private final Map<String, Constant> constants = new HashMap<>();
  private final Map<String, Signal> signals = new HashMap<>();
  private final List<Stage> stages = new ArrayList<>();

  private GraphWalk(Graph graph) {
    this.graph = graph;
  }

  /**
   * The graph as a multilayer perceptron.
   *
   * @throws InvalidInputException naming the node, if the graph is something else
   */
  public static Perceptron walk(Graph graph) {
    return new GraphWalk(graph).walk();
  }

  private Perceptron walk() {
    graph.initialisers().forEach((name, tensor) -> constants.put(name, Constant.plain(tensor)));
    int[] shape = graph.inputShape().stream().mapToInt(Integer::intValue).toArray();
    signals.put(graph.input(), Signal.source(shape, -1));
    Set<String> needed = needed();
    for (Node node : graph.nodes()) {
      if (node.outputs().stream().anyMatch(needed::contains)) {
        visit(node);
      }
    }
    Signal output = output();
    if (stages.isEmpty()) {
      throw new InvalidInputException(
          graph.file(), "no Gemm or MatMul between input and output", SUPPORTED);
    }
    if (output.stage() != stages.size() - 1) {
      throw new InvalidInputException(
          graph.file(), "an output that is not that of the last layer", "a plain chain of layers");
    }
    return new Perceptron(
        graph.file(), Layout.size(shape), stages, output.elements(), output.decided());
  }

  /** The names that the outputs depend on. */
  private Set<String> needed() {
    Set<String> needed = new HashSet<>(graph.outputs());
    for (int i = graph.nodes().size() - 1; i >= 0; i--) {
      Node node = graph.nodes().get(i);
      if (node.outputs().stream().anyMatch(needed::contains)) {
        needed.addAll(node.inputs());
      }
    }
    return needed;
  }

  private Signal output() {
    List<Signal> found = new ArrayList<>();
    for (String name : graph.outputs()) {
      Signal signal = signals.get(name);
      if (constants.containsKey(name) && graph.outputs().size() > 1) {
        // The scale, zero point and width of a quantized output, as Brevitas returns them.
        continue;
      }
      if (signal == null) {
        throw new InvalidInputException(
            graph.file() + ": output " + name,
            constants.containsKey(name) ? "a constant" : "an output that no node gives",
            "a function of the input");
      }
      if (found.stream().noneMatch(other -> other == signal)) {
        found.add(signal);
      }
    }
    if (found.size() != 1) {
      throw new InvalidInputException(
          graph.file(), found.size() + " outputs " + graph.outputs(), "one output");
    }
    return found.get(0);
  }

  private void visit(Node node) {
    int position = -1;
    List<Optional<Constant>> inputs = new ArrayList<>();
    for (int i = 0; i < node.inputs().size(); i++) {
      String name = node.inputs().get(i);
      inputs.add(Optional.ofNullable(constants.get(name)));
      if (signals.containsKey(name)) {
        if (position >= 0 && !node.operator().equals("Shape")) {
          throw node.refuse(
              node.operator() + " of two values that depend on the network's input",
              "a plain chain of layers, without residual or parallel branches");
        }
        position = i;
      } else if (!name.isEmpty() && !constants.containsKey(name)) {
        throw node.refuse(
            "input " + name + ", which no node before gives", "a graph in topological order");
      }
    }
    checkDomain(node);
    if (position > 0 && !EITHER_SIDE.contains(node.operator())) {
      throw node.refuse(
          node.operator() + " whose input " + position + " depends on the network's input",
          "a constant there");
    }
    if (position < 0) {
      Constant folded = ConstantFolder.fold(node, inputs).orElseThrow(() -> unsupported(node));
      constants.put(node.outputs().get(0), folded);
    } else if (node.operator().equals("Shape")) {
      Signal data = signals.get(node.inputs().get(0));
      double[] shape = new double[data.shape().length];
      for (int i = 0; i < shape.length; i++) {
        shape[i] = data.shape()[i];
      }
      Tensor tensor = Tensor.of(Tensor.Type.INTEGER, new int[] {shape.length}, shape);
      constants.put(node.outputs().get(0), Constant.plain(tensor));
    } else {
      Signal data = signals.get(node.inputs().get(position));
      Signal result = apply(node, data, position, inputs);
      node.outputs().forEach(name -> signals.put(name, result));
    }
  }

  private Signal apply(
      Node node, Signal data, int position, List<Optional<Constant>> constantInputs) {
    List<Optional<Tensor>> tensors =
        constantInputs.stream().map(input -> input.map(Constant::tensor)).toList();
    if (!ElementwiseOperators.isQonnx(node)) {
      if (node.operator().equals("Gemm") || node.operator().equals("MatMul")) {
        return dense(node, data, position, constantInputs);
      }
      if (node.operator().equals("Cast")) {
        return cast(node, data);
      }
      Optional<Signal> arranged =
          LayoutOperators.of(node, data.shape(), tensors).map(data::arranged);
      Optional<Signal> decided =
          arranged.or(() -> DecisionOperators.of(node, data, constantInputs));
      if (decided.isPresent()) {
        return decided.get();
      }
    }
    Elementwise elementwise =
        ElementwiseOperators.of(node, position, data.shape(), tensors)
            .orElseThrow(() -> unsupported(node));
    if (data.decided()) {
      throw node.refuse(
          node.operator() + " behind a softmax, argmax or top-k", "nothing behind the decision");
    }
    return data.mapped(elementwise);
  }

  private Signal dense(
      Node node, Signal data, int position, List<Optional<Constant>> constantInputs) {
    if (data.stage() != stages.size() - 1 || data.decided()) {
      throw node.refuse(
          "a second layer on the same value", "a plain chain of layers, without branches");
    }
    if (stages.size() >= MAX_STAGES) {
      throw node.refuse("more than " + MAX_STAGES + " layers", "fewer");
    }
    DenseOperators.Result result =
        DenseOperators.of(node, data, position, constantInputs, stages.size());
    stages.add(result.stage());
    return result.signal();
  }

  private static Signal cast(Node node, Signal data) {
    int to = node.attributes().integer("to", 1);
    boolean real = to == 1 || to == 10 || to == 11 || to == 16;
    if (!real && !data.decided()) {
      throw node.refuse("a Cast of values to an integer type", "a Cast to float, or a Quant");
    }
    return data;
  }

  private void checkDomain(Node node) {
    if (!node.domain().isEmpty() && !ElementwiseOperators.isQonnx(node)) {
      throw node.refuse("operator " + node.domain() + "." + node.operator(), SUPPORTED);
    }
  }

  private static InvalidInputException unsupported(Node node) {
    String domain = node.domain().isEmpty() ? "" : node.domain() + ".";
    if (node.operator().endsWith("QuantizeLinear") || node.operator().equals("DequantizeLinear")) {
      return node.refuse(
          "operator " + node.operator(),
          "quantizers of QONNX: export with brevitas.export.export_qonnx, or convert with"
              + " qonnx.transformation.qcdq_to_qonnx");
    }
    return node.refuse("operator " + domain + node.operator(), SUPPORTED);
  }
}
