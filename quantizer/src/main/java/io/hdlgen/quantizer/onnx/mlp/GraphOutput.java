package io.hdlgen.quantizer.onnx.mlp;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.onnx.chain.Step;
import io.hdlgen.quantizer.onnx.graph.Graph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses among the outputs of a graph: the class if there is one, else the scores that it can be
 * taken from. Further outputs that hold the same scores, as probabilities for example, are left
 * out.
 */
final class GraphOutput {
  private final Graph graph;
  private final List<Signal> outputs = new ArrayList<>();

  private GraphOutput(Graph graph) {
    this.graph = graph;
  }

  /**
   * The value that the class is taken from, with the names of the classes.
   *
   * @param constants names of values that do not depend on the input, for messages
   */
  static Signal of(Graph graph, Map<String, Signal> signals, Set<String> constants) {
    GraphOutput output = new GraphOutput(graph);
    for (String name : graph.outputs()) {
      if (constants.contains(name) && graph.outputs().size() > 1) {
        // The scale, zero point and width of a quantized output, as Brevitas returns them.
        continue;
      }
      Signal signal = signals.get(name);
      if (signal == null) {
        throw new InvalidInputException(
            graph.file() + ": output " + name,
            constants.contains(name) ? "a constant" : "an output that no node gives",
            "a function of the input");
      }
      output.outputs.add(signal);
    }
    return output.chosen();
  }

  private Signal chosen() {
    List<Signal> labels =
        outputs.stream().filter(output -> output.kind() == Signal.Kind.LABEL).toList();
    List<Signal> from = labels.isEmpty() ? outputs : labels;
    if (from.isEmpty() || from.stream().anyMatch(other -> !other.sameScores(from.get(0)))) {
      throw new InvalidInputException(
          graph.file(), from.size() + " outputs " + graph.outputs(), "one output");
    }
    Signal chosen = from.get(0);
    for (Signal other : outputs) {
      if (other.decided() && other.sameScores(chosen)) {
        chosen = chosen.decide();
      }
      if (chosen.classNames().isEmpty() && other.sameScores(chosen)) {
        chosen = chosen.named(other.classNames());
      }
    }
    if (!chosen.decided()
        && graph.producer().startsWith("skl2onnx")
        && chosen.elements().stream().noneMatch(GraphOutput::hasSigmoid)) {
      throw new InvalidInputException(
          graph.file(),
          "a model of scikit-learn whose outputs %s tell no class".formatted(graph.outputs()),
          "a classifier; regressors are not supported");
    }
    return chosen;
  }

  private static boolean hasSigmoid(Element element) {
    return element.chain().steps().stream().anyMatch(step -> step instanceof Step.Sigmoid);
  }
}
