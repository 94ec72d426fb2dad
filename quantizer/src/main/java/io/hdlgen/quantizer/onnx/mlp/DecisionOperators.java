package io.hdlgen.quantizer.onnx.mlp;

import io.hdlgen.quantizer.onnx.fold.Constant;
import io.hdlgen.quantizer.onnx.graph.Node;
import java.util.List;
import java.util.Optional;

/** Softmax, argmax and top-1: they say which score is the greatest, and end the network. */
final class DecisionOperators {
  private DecisionOperators() {}

  /** The scores that the node decides on, or nothing if it is no such operator. */
  static Optional<Signal> of(Node node, Signal data, List<Optional<Constant>> constants) {
    return switch (node.operator()) {
      case "Softmax", "LogSoftmax", "Hardmax" -> Optional.of(overAll(node, data, -1));
      case "ArgMax" -> {
        if (node.attributes().integer("select_last_index", 0) != 0) {
          throw node.refuse("ArgMax with select_last_index", "the first of equal maxima");
        }
        yield Optional.of(overAll(node, data, 0).label());
      }
      case "TopK" -> {
        boolean constant = constants.size() > 1 && constants.get(1).isPresent();
        double k =
            constant ? constants.get(1).get().tensor().get(0) : node.attributes().number("k", 1);
        if (k != 1 || node.attributes().integer("largest", 1) == 0) {
          throw node.refuse("TopK other than the one greatest", "TopK with k = 1, largest = 1");
        }
        yield Optional.of(overAll(node, data, -1).label());
      }
      default -> Optional.empty();
    };
  }

  private static Signal overAll(Node node, Signal data, int otherwise) {
    int[] shape = data.shape();
    int axis = node.attributes().integer("axis", otherwise);
    axis = axis < 0 ? axis + shape.length : axis;
    if (axis < 0 || axis >= shape.length || shape[axis] != data.elements().size()) {
      throw node.refuse(node.operator() + " along axis " + axis, "the axis that holds all scores");
    }
    if (data.elements().size() == 1) {
      throw node.refuse(
          node.operator() + " of one score, which always gives the same",
          "a sigmoid on one score, or more scores");
    }
    return data.decide();
  }
}
