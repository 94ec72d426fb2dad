package io.hdlgen.quantizer.onnx.mlp;

import io.hdlgen.quantizer.onnx.fold.Layout;
import io.hdlgen.quantizer.onnx.graph.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code Concat} and {@code FeatureVectorizer}: several values as one. */
final class Joining {
  private Joining() {}

  /** Whether the node joins values. */
  static boolean is(Node node) {
    return node.operator().equals("Concat") || node.operator().equals("FeatureVectorizer");
  }

  /**
   * The values side by side.
   *
   * @param parts at least one, all of the same stage
   */
  static Signal of(Node node, List<Signal> parts) {
    int[] shape = parts.get(0).shape().clone();
    int stage = parts.get(0).stage();
    int axis = node.attributes().integer("axis", node.operator().equals("Concat") ? 0 : -1);
    axis = axis < 0 ? axis + shape.length : axis;
    if (axis < 0 || axis >= shape.length) {
      throw node.refuse(node.operator() + " along axis " + axis, "an axis of the values");
    }
    shape[axis] = 0;
    for (Signal part : parts) {
      if (part.stage() != stage || part.decided()) {
        throw node.refuse(
            node.operator() + " of values of different layers",
            "a plain chain of layers, without residual or parallel branches");
      }
      int[] own = part.shape();
      int[] expected = shape.clone();
      if (own.length == shape.length) {
        expected[axis] = own[axis];
      }
      if (!Arrays.equals(own, expected)) {
        throw node.refuse(
            node.operator() + " of shapes that do not fit", "values equal in all other dimensions");
      }
      shape[axis] += own[axis];
    }
    int outer = Layout.size(Arrays.copyOf(shape, axis));
    List<Element> elements = new ArrayList<>();
    for (int o = 0; o < outer; o++) {
      for (Signal part : parts) {
        int block = part.elements().size() / outer;
        elements.addAll(part.elements().subList(o * block, (o + 1) * block));
      }
    }
    return new Signal(shape, elements, stage);
  }
}
