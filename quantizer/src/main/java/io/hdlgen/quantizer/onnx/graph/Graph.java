package io.hdlgen.quantizer.onnx.graph;

import java.util.List;
import java.util.Map;

/**
 * An ONNX graph with one input.
 *
 * @param file the file's name, for messages
 * @param input the name of the one input that is not an initialiser
 * @param inputShape its dimensions; a batch dimension that is symbolic is 1
 * @param outputs the names of the outputs
 * @param initialisers constants, by name; not to be iterated
 * @param nodes each after those that it reads
 * @param metadata the model's metadata properties; not to be iterated
 */
public record Graph(
    String file,
    String input,
    List<Integer> inputShape,
    List<String> outputs,
    Map<String, Tensor> initialisers,
    List<Node> nodes,
    Map<String, String> metadata) {
  public Graph {
    inputShape = List.copyOf(inputShape);
    outputs = List.copyOf(outputs);
    initialisers = Map.copyOf(initialisers);
    nodes = List.copyOf(nodes);
    metadata = Map.copyOf(metadata);
  }
}
