package io.hdlgen.quantizer.onnx.graph;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.List;

/**
 * One operation of a graph.
 *
 * @param where file and node, for messages
 * @param operator the operator's name
 * @param domain the operator's domain; empty for ONNX's own
 * @param inputs names of values; an empty name is an input left out
 * @param outputs names of values, at least one
 */
public record Node(
    String where,
    String operator,
    String domain,
    List<String> inputs,
    List<String> outputs,
    Attributes attributes) {
  public Node {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** Whether input {@code index} is given. */
  public boolean hasInput(int index) {
    return index < inputs.size() && !inputs.get(index).isEmpty();
  }

  /** An error of the user's file at this node. */
  public InvalidInputException refuse(String found, String expected) {
    return new InvalidInputException(where, found, expected);
  }
}
