package io.hdlgen.quantizer.onnx.mlp;

import java.util.List;

/**
 * A multilayer perceptron as read from a graph: dense stages with monotone chains between them.
 *
 * @param file the file's name, for messages
 * @param featureNames one an input of the network
 * @param stages at least one
 * @param outputs functions of the last stage's sums; what only tells the class (softmax, argmax) is
 *     left out
 * @param decided whether the graph itself takes the greatest output
 * @param classNames one a class; empty if the graph does not name them
 * @param notes what to tell the user
 */
public record Perceptron(
    String file,
    List<String> featureNames,
    List<Stage> stages,
    List<Element> outputs,
    boolean decided,
    List<String> classNames,
    List<String> notes) {
  public Perceptron {
    notes = List.copyOf(notes);
    featureNames = List.copyOf(featureNames);
    classNames = List.copyOf(classNames);
    stages = List.copyOf(stages);
    outputs = List.copyOf(outputs);
  }

  /** Number of the network's inputs. */
  public int inputs() {
    return featureNames.size();
  }

  /** Whether there is a quantizer anywhere, on weights or on values. */
  public boolean isQuantized() {
    return stages.stream()
            .anyMatch(stage -> stage.weights().isQuantized() || quantizes(stage.inputs()))
        || quantizes(outputs);
  }

  private static boolean quantizes(List<Element> elements) {
    return elements.stream().anyMatch(element -> element.chain().quantizes());
  }
}
