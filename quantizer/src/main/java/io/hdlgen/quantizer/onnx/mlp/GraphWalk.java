package io.hdlgen.quantizer.onnx.mlp;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.onnx.fold.Constant;
import io.hdlgen.quantizer.onnx.fold.ConstantFolder;
import io.hdlgen.quantizer.onnx.fold.Layout;
import io.hdlgen.quantizer.onnx.fold.LinearQuantizers;
import io.hdlgen.quantizer.onnx.graph.Graph;
import io.hdlgen.quantizer.onnx.graph.GraphInput;
import io.hdlgen.quantizer.onnx.graph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Walks a graph once, from its inputs to its output, and gathers the dense stages.
 *
 * <p>Each value is either a constant or a list of monotone functions of one source, so no pattern
 * of nodes has to be recognised.
 */
public final class GraphWalk {
  private static final List<String> EITHER_SIDE =
      List.of("Add", "Sub", "Mul", "Div", "Max", "Min", "MatMul", "Gemm", "Shape");
  private static final int MAX_STAGES = 1_000;

  private final Graph graph;
  private final Map<String, Constant> constants = new HashMap<>();
  private final Map<String, List<String>> texts = new HashMap<>();
  private final Map<String, Signal> signals = new HashMap<>();
  private final List<Stage> stages = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

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
    texts.putAll(graph.texts());
    List<String> features = new ArrayList<>();
    for (GraphInput input : graph.inputs()) {
      int[] shape = input.shape().stream().mapToInt(Integer::intValue).toArray();
      signals.put(input.name(), Signal.source(shape, -1, features.size()));
      features.addAll(names(input, Layout.size(shape), features.size()));
    }
    Set<String> needed = needed();
    for (Node node : graph.nodes()) {
      if (node.outputs().stream().anyMatch(needed::contains)) {
        visit(node);
      }
    }
    Signal output = GraphOutput.of(graph, signals, constants.keySet());
    if (stages.isEmpty()) {
      throw new InvalidInputException(
          graph.file(), "no Gemm or MatMul between input and output", ValueOperators.SUPPORTED);
    }
    if (output.stage() != stages.size() - 1) {
      throw new InvalidInputException(
          graph.file(), "an output that is not that of the last layer", "a plain chain of layers");
    }
    return new Perceptron(
        graph.file(),
        features,
        stages,
        output.elements(),
        output.decided(),
        output.classNames(),
        notes);
  }

  /** Features that come one by one are called as their inputs; those of one input are numbered. */
  private List<String> names(GraphInput input, int size, int first) {
    if (graph.inputs().size() == 1) {
      return IntStream.range(first, first + size).mapToObj(i -> "x" + i).toList();
    }
    return size == 1
        ? List.of(input.name())
        : IntStream.range(0, size).mapToObj(i -> input.name() + "_" + i).toList();
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

  private void visit(Node node) {
    ValueOperators.checkDomain(node);
    List<Signal> data = new ArrayList<>();
    List<Optional<Constant>> inputs = new ArrayList<>();
    int position = -1;
    for (int i = 0; i < node.inputs().size(); i++) {
      String name = node.inputs().get(i);
      inputs.add(Optional.ofNullable(constants.get(name)));
      if (signals.containsKey(name)) {
        data.add(signals.get(name));
        position = i;
      } else if (!name.isEmpty() && !constants.containsKey(name) && !texts.containsKey(name)) {
        throw node.refuse(
            "input " + name + ", which no node before gives", "a graph in topological order");
      }
    }
    if (data.isEmpty()) {
      fold(node, inputs);
    } else if (Joining.is(node)) {
      if (data.size() < node.inputs().size()) {
        throw node.refuse(
            node.operator() + " of values and a constant", "values of the network alone");
      }
      give(node, Joining.of(node, data));
    } else if (data.size() > 1) {
      LeftOutConstants.check(graph, node);
      give(node, LeakySum.of(node, data).orElseThrow(() -> ValueOperators.unjoined(node, data)));
    } else {
      apply(node, data.get(0), position, inputs);
    }
  }

  private void fold(Node node, List<Optional<Constant>> inputs) {
    for (String attribute : List.of("value", "value_strings", "value_string")) {
      List<String> strings = node.attributes().textList(attribute);
      if (node.operator().equals("Constant") && !strings.isEmpty()) {
        texts.put(node.outputs().get(0), strings);
        return;
      }
    }
    Constant folded =
        ConstantFolder.fold(node, inputs).orElseThrow(() -> ValueOperators.unsupported(node));
    constants.put(node.outputs().get(0), folded);
  }

  private void apply(Node node, Signal data, int position, List<Optional<Constant>> inputs) {
    if (data.kind() == Signal.Kind.LABEL) {
      String other = position == 0 ? "" : node.inputs().get(0);
      Optional<List<String>> names =
          Optional.ofNullable(constants.get(other)).map(c -> Labels.names(c.tensor()));
      give(node, Labels.of(node, data, names.or(() -> Optional.ofNullable(texts.get(other)))));
      return;
    }
    if (position > 0 && !EITHER_SIDE.contains(node.operator())) {
      throw node.refuse(
          node.operator() + " whose input " + position + " depends on the network's input",
          "a constant there");
    }
    if (data.decided() && LinearQuantizers.is(node)) {
      String note =
          "Quantizers behind the softmax are left out: probabilities that they make equal are"
              + " decided by the scores";
      if (!notes.contains(note)) {
        notes.add(note);
      }
      give(node, data);
    } else if (node.operator().equals("Shape")) {
      constants.put(node.outputs().get(0), ConstantFolder.shape(node, data.shape()));
    } else if (node.operator().equals("Gemm") || node.operator().equals("MatMul")) {
      checkStage(node, data);
      give(node, added(DenseOperators.of(node, data, position, inputs, stages.size())));
    } else if (node.domain().equals(LearningOperators.DOMAIN)) {
      learning(node, data, inputs);
    } else {
      give(node, ValueOperators.of(node, data, position, inputs));
    }
  }

  private void learning(Node node, Signal data, List<Optional<Constant>> inputs) {
    if (node.operator().equals("LinearClassifier")) {
      checkStage(node, data);
      Signal scores = added(LinearClassifier.of(node, data, stages.size()));
      give(node, scores);
      signals.put(node.outputs().get(0), scores.label());
    } else {
      Optional<Constant> second = inputs.size() > 1 ? inputs.get(1) : Optional.empty();
      give(node, LearningOperators.of(node, data, second.map(Constant::tensor)));
    }
  }

  private void give(Node node, Signal result) {
    node.outputs().forEach(name -> signals.put(name, result));
  }

  private Signal added(DenseOperators.Result result) {
    stages.add(result.stage());
    return result.signal();
  }

  private void checkStage(Node node, Signal data) {
    if (data.stage() != stages.size() - 1 || data.decided()) {
      throw node.refuse(
          "a second layer on the same value", "a plain chain of layers, without branches");
    }
    if (stages.size() >= MAX_STAGES) {
      throw node.refuse("more than " + MAX_STAGES + " layers", "fewer");
    }
  }
}
