package io.hdlgen.quantizer.onnx.mlp;

import io.hdlgen.quantizer.onnx.graph.Graph;
import io.hdlgen.quantizer.onnx.graph.GraphInput;
import io.hdlgen.quantizer.onnx.graph.Node;

/**
 * Constants that tf2onnx 1.17 takes for inputs of the graph, such as mean and variance of Keras's
 * {@code Normalization}: their values are not in the file. They are called as operations of
 * TensorFlow, with a slash, as no input is.
 */
final class LeftOutConstants {
  private LeftOutConstants() {}

  /** Refuses a node that reads such an input. */
  static void check(Graph graph, Node node) {
    if (!graph.producer().startsWith("tf2onnx")) {
      return;
    }
    for (GraphInput input : graph.inputs()) {
      if (input.name().contains("/") && node.inputs().contains(input.name())) {
        throw node.refuse(
            "input "
                + input.name()
                + ", a constant such as the mean of a Normalization, which the exporter left out of"
                + " the file",
            "the file that model.export(\"saved\") and then python -m tf2onnx.convert"
                + " --saved-model saved --output model.onnx write");
      }
    }
  }
}
