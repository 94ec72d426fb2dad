package io.hdlgen.quantizer.onnx.mlp;

import io.hdlgen.quantizer.onnx.chain.Chain;
import io.hdlgen.quantizer.onnx.chain.Step;
import io.hdlgen.quantizer.onnx.fold.Elementwise;
import io.hdlgen.quantizer.onnx.fold.Layout;
import io.hdlgen.quantizer.onnx.graph.Node;
import io.hdlgen.quantizer.onnx.graph.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The operators of the domain {@code ai.onnx.ml} on values of the network, but for the classifier
 * itself ({@link LinearClassifier}).
 */
final class LearningOperators {
  static final String DOMAIN = "ai.onnx.ml";

  private static final String SUPPORTED =
      "of ai.onnx.ml: Scaler, ArrayFeatureExtractor, FeatureVectorizer, LinearClassifier, and"
          + " Normalizer, ZipMap and LabelEncoder behind the scores";

  private LearningOperators() {}

  /** What the node makes of a value; {@code indices} is its second input, if constant. */
  static Signal of(Node node, Signal data, Optional<Tensor> indices) {
    return switch (node.operator()) {
      case "Scaler" -> data.mapped(scaler(node, data));
      case "ArrayFeatureExtractor" -> data.arranged(extractor(node, data, indices));
      case "Normalizer" -> normalizer(node, data);
      case "ZipMap" -> {
        List<String> names = Labels.inAttributes(node, "classlabels");
        yield names.isEmpty() ? data : Labels.named(node, data, names);
      }
      case "Imputer" ->
          throw node.refuse(
              "an Imputer, which replaces missing values of the features",
              "a pipeline exported without it, on data without gaps");
      case "Binarizer" ->
          throw node.refuse(
              "a Binarizer: several labels at a time, or features cut to 0 and 1",
              "one class an inference");
      case "LinearRegressor" ->
          throw node.refuse("a LinearRegressor, which gives no class", "a classifier");
      default -> throw node.refuse("operator " + DOMAIN + "." + node.operator(), SUPPORTED);
    };
  }

  private static Elementwise scaler(Node node, Signal data) {
    int features = features(node, data);
    double[] offset = perFeature(node, "offset", features, 0);
    double[] scale = perFeature(node, "scale", features, 1);
    if (data.decided()) {
      throw node.refuse("a Scaler behind the decision", "nothing behind the decision");
    }
    List<Chain> chains = new ArrayList<>();
    for (int i = 0; i < data.elements().size(); i++) {
      chains.add(
          new Chain(
              List.of(
                  new Step.Add(-offset[i % features]), new Step.Multiply(scale[i % features]))));
    }
    return new Elementwise(Layout.reshaped(data.shape()), chains);
  }

  private static double[] perFeature(Node node, String name, int features, double otherwise) {
    List<Double> list = node.attributes().list(name);
    if (list.size() > 1 && list.size() != features) {
      throw node.refuse(list.size() + " values of " + name, features + ", one a feature, or one");
    }
    double[] values = new double[features];
    for (int i = 0; i < features; i++) {
      values[i] = list.isEmpty() ? otherwise : list.get(list.size() == 1 ? 0 : i);
    }
    return values;
  }

  private static Layout extractor(Node node, Signal data, Optional<Tensor> indices) {
    int features = features(node, data);
    if (indices.isEmpty()) {
      throw node.refuse("features chosen by the network's input", "constant indices");
    }
    int[] chosen = indices.get().toInts();
    for (int index : chosen) {
      if (index < 0 || index >= features) {
        throw node.refuse("index " + index + " of " + features + " features", "an index in range");
      }
    }
    return Layout.selected(
        data.shape(), data.shape().length - 1, chosen, new int[] {chosen.length});
  }

  /** Behind scores that are not negative, dividing by their norm changes no class. */
  private static Signal normalizer(Node node, Signal data) {
    boolean positive =
        data.kind() == Signal.Kind.SCORES
            || data.elements().stream().allMatch(LearningOperators::isPositive);
    if (data.stage() < 0 || !positive) {
      throw node.refuse(
          "a Normalizer of features, which divides each row by its norm",
          "scalers that treat each feature alone; export the model without the Normalizer and give"
              + " it rows that are normalized before");
    }
    return data.decide();
  }

  private static boolean isPositive(Element element) {
    List<Step> steps = element.chain().steps();
    return !steps.isEmpty() && steps.get(steps.size() - 1) instanceof Step.Sigmoid;
  }

  static int features(Node node, Signal data) {
    int rank = data.shape().length;
    if (rank == 0 || data.shape()[rank - 1] == 0) {
      throw node.refuse(node.operator() + " of a value without features", "a row of features");
    }
    return data.shape()[rank - 1];
  }
}
