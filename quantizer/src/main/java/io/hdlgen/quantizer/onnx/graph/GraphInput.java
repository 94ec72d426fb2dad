package io.hdlgen.quantizer.onnx.graph;

import java.util.List;

/**
 * An input of a graph.
 *
 * @param shape its dimensions; a batch dimension that is symbolic is 1
 */
public record GraphInput(String name, List<Integer> shape) {
  public GraphInput {
    shape = List.copyOf(shape);
  }
}
