package io.hdlgen.quantizer.onnx.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** What the nodes behind an input of a graph say of its rows. */
final class RowReaders {
  /** Operators that give rows as long as those that they take. */
  private static final Set<String> KEEPING_ROWS =
      Set.of(
          "Add",
          "BatchNormalization",
          "BipolarQuant",
          "Cast",
          "Clip",
          "Div",
          "Dropout",
          "Flatten",
          "Identity",
          "Imputer",
          "Max",
          "Min",
          "Mul",
          "Neg",
          "Normalizer",
          "Quant",
          "Relu",
          "Scaler",
          "Sub");

  private final List<Node> nodes;
  private final Map<String, Tensor> constants;

  /**
   * A view on a graph.
   *
   * @param nodes each after those that it reads
   * @param initialisers by name
   */
  RowReaders(List<Node> nodes, Map<String, Tensor> initialisers) {
    this.nodes = nodes;
    constants = new HashMap<>(initialisers);
    for (Node node : nodes) {
      if (node.operator().equals("Constant") && !node.outputs().isEmpty()) {
        node.attributes().tensor("value").ifPresent(t -> constants.put(node.outputs().get(0), t));
      }
    }
  }

  /** How many values the first dense layer takes, if it reads the rows of the input. */
  OptionalInt denseInputs(String input) {
    return first(input, false);
  }

  /** How long the rows of the input are, by the first dense layer or constants for each feature. */
  OptionalInt features(String input) {
    return first(input, true);
  }

  private OptionalInt first(String input, boolean elementwise) {
    Set<String> rows = new HashSet<>(Set.of(input));
    for (Node node : nodes) {
      int position = 0;
      while (position < node.inputs().size() && !rows.contains(node.inputs().get(position))) {
        position++;
      }
      if (position == node.inputs().size()) {
        continue;
      }
      int found = position == 0 ? denseInputs(node) : 0;
      if (found == 0 && elementwise && position < 2) {
        found = constantsPerFeature(node, position);
      }
      if (found > 0) {
        return OptionalInt.of(found);
      }
      if (KEEPING_ROWS.contains(node.operator())
          && node.attributes().integer("axis", 1) == 1
          && !node.outputs().isEmpty()) {
        rows.add(node.outputs().get(0));
      }
    }
    return OptionalInt.empty();
  }

  private int denseInputs(Node node) {
    if (node.operator().equals("LinearClassifier")) {
      int rows = Math.max(1, node.attributes().list("intercepts").size());
      return node.attributes().list("coefficients").size() / rows;
    }
    Tensor weights = node.hasInput(1) ? constants.get(node.inputs().get(1)) : null;
    if (weights == null || weights.rank() != 2) {
      return 0;
    }
    return switch (node.operator()) {
      case "MatMul" -> weights.shape()[0];
      case "Gemm" ->
          node.attributes().integer("transA", 0) == 0
              ? weights.shape()[node.attributes().integer("transB", 0) == 0 ? 0 : 1]
              : 0;
      default -> 0;
    };
  }

  private int constantsPerFeature(Node node, int position) {
    int found =
        switch (node.operator()) {
          case "Scaler" ->
              Math.max(
                  node.attributes().list("offset").size(), node.attributes().list("scale").size());
          case "Add", "Sub", "Mul", "Div", "Max", "Min" ->
              node.hasInput(1 - position) ? lastDimension(node.inputs().get(1 - position)) : 0;
          default -> 0;
        };
    return found > 1 ? found : 0;
  }

  private int lastDimension(String name) {
    Tensor constant = constants.get(name);
    return constant == null || constant.rank() == 0 ? 0 : constant.shape()[constant.rank() - 1];
  }
}
