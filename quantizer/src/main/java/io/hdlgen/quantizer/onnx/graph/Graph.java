package io.hdlgen.quantizer.onnx.graph;

import java.util.List;
import java.util.Map;

/**
 * An ONNX graph.
 *
 * @param file the file's name, for messages
 * @param producer the program that wrote the file, as it calls itself; may be empty
 * @param inputs those that are no initialisers, at least one
 * @param outputs the names of the outputs
 * @param initialisers numeric constants, by name; not to be iterated
 * @param texts constants that are strings, by name; not to be iterated
 * @param nodes each after those that it reads
 * @param metadata the model's metadata properties; not to be iterated
 */
public record Graph(
    String file,
    String producer,
    List<GraphInput> inputs,
    List<String> outputs,
    Map<String, Tensor> initialisers,
    Map<String, List<String>> texts,
    List<Node> nodes,
    Map<String, String> metadata) {
  public Graph {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    initialisers = Map.copyOf(initialisers);
    texts = Map.copyOf(texts);
    nodes = List.copyOf(nodes);
    metadata = Map.copyOf(metadata);
  }
}
