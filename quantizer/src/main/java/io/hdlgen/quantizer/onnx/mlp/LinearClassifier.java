package io.hdlgen.quantizer.onnx.mlp;

import io.hdlgen.quantizer.onnx.chain.Chain;
import io.hdlgen.quantizer.onnx.chain.Step;
import io.hdlgen.quantizer.onnx.fold.Constant;
import io.hdlgen.quantizer.onnx.graph.Node;
import io.hdlgen.quantizer.onnx.graph.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code LinearClassifier} of {@code ai.onnx.ml}: a dense stage and a decision.
 *
 * <p>Two rows of which one is the other's negative, as scikit-learn writes a classifier of two
 * classes, are one neuron.
 */
final class LinearClassifier {
  private LinearClassifier() {}

  /** The stage of the node and its scores. */
  static DenseOperators.Result of(Node node, Signal data, int nextStage) {
    int inputs = LearningOperators.features(node, data);
    if (data.elements().size() != inputs) {
      throw node.refuse("a batch of several rows", "one row an inference: a batch of 1");
    }
    List<String> names = Labels.inAttributes(node, "classlabels");
    double[] coefficients = values(node, "coefficients");
    double[] intercepts = values(node, "intercepts");
    int rows = coefficients.length / inputs;
    boolean fits =
        rows > 0
            && rows * inputs == coefficients.length
            && (intercepts.length == 0 || intercepts.length == rows)
            && (names.isEmpty() || names.size() == Math.max(2, rows));
    if (!fits) {
      throw node.refuse(
          "%d coefficients, %d intercepts and %d classes for %d features"
              .formatted(coefficients.length, intercepts.length, names.size(), inputs),
          "a row of coefficients and an intercept a class");
    }
    intercepts = Arrays.copyOf(intercepts, rows);
    boolean pair = rows == 1 || (rows == 2 && isMirrored(coefficients, intercepts));
    List<Element> scores = new ArrayList<>();
    if (pair) {
      // The last row is class 1's, and class 0 has its negative.
      int last = (rows - 1) * inputs;
      coefficients = Arrays.copyOfRange(coefficients, last, last + inputs);
      Step bias = new Step.Add(intercepts[rows - 1]);
      scores.add(new Element(0, new Chain(List.of(bias, new Step.Multiply(-1)))));
      scores.add(new Element(0, new Chain(List.of(bias))));
    } else {
      for (int k = 0; k < rows; k++) {
        scores.add(new Element(k, new Chain(List.of(new Step.Add(intercepts[k])))));
      }
    }
    Tensor matrix =
        Tensor.of(
            Tensor.Type.FLOAT, new int[] {coefficients.length / inputs, inputs}, coefficients);
    Stage stage =
        new Stage(node.where(), data.elements(), new WeightMatrix(Constant.plain(matrix)));
    Signal raw = new Signal(new int[] {1, scores.size()}, scores, nextStage);
    Signal transformed = transformed(node, raw);
    return new DenseOperators.Result(
        stage, names.isEmpty() ? transformed : Labels.named(node, transformed, names));
  }

  private static Signal transformed(Node node, Signal raw) {
    String transform = node.attributes().text("post_transform", "NONE");
    return switch (transform) {
      case "NONE" -> raw;
      case "SOFTMAX" -> raw.decide();
      case "LOGISTIC" ->
          new Signal(
              raw.shape(),
              raw.elements().stream()
                  .map(e -> new Element(e.source(), e.chain().then(List.of(new Step.Sigmoid()))))
                  .toList(),
              raw.stage());
      default -> throw node.refuse("post_transform " + transform, "NONE, SOFTMAX or LOGISTIC");
    };
  }

  private static boolean isMirrored(double[] coefficients, double[] intercepts) {
    int inputs = coefficients.length / 2;
    for (int i = 0; i < inputs; i++) {
      if (coefficients[i] != -coefficients[inputs + i]) {
        return false;
      }
    }
    return intercepts[0] == -intercepts[1];
  }

  private static double[] values(Node node, String name) {
    return node.attributes().list(name).stream().mapToDouble(Double::doubleValue).toArray();
  }
}
