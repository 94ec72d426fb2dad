package io.hdlgen.quantizer.onnx.mlp;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.onnx.fold.Constant;
import io.hdlgen.quantizer.onnx.fold.Elementwise;
import io.hdlgen.quantizer.onnx.fold.ElementwiseOperators;
import io.hdlgen.quantizer.onnx.fold.LayoutOperators;
import io.hdlgen.quantizer.onnx.fold.LinearQuantizers;
import io.hdlgen.quantizer.onnx.graph.Node;
import io.hdlgen.quantizer.onnx.graph.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The operators of ONNX and QONNX on one value that make no new stage. */
final class ValueOperators {
  static final String SUPPORTED =
      "an MLP made of Gemm, MatMul, Add, Sub, Mul, Div, Neg, BatchNormalization, Quant, "
          + "BipolarQuant, Trunc, MultiThreshold, QuantizeLinear, DequantizeLinear, Relu, LeakyRelu, PRelu, Clip, Min, Max, Sign, "
          + "Round, Floor, Ceil, Sigmoid, HardSigmoid, Tanh, Identity, Dropout, Cast, Reshape, "
          + "Flatten, Squeeze, Unsqueeze, Transpose, Slice, Gather, Expand, Concat, and Softmax, "
          + "LogSoftmax, ArgMax or TopK at the end, and Scaler, ArrayFeatureExtractor, "
          + "LinearClassifier, LabelEncoder and ZipMap of ai.onnx.ml";

  private static final Set<String> ACTIVATIONS =
      Set.of(
          "Celu",
          "Elu",
          "Erf",
          "Erfc",
          "Gelu",
          "HardSwish",
          "Mish",
          "Selu",
          "Shrink",
          "Softplus",
          "Softsign",
          "Swish",
          "ThresholdedRelu");

  private static final String READ_ACTIVATIONS =
      "ReLU, leaky ReLU, ReLU6, hard tanh, hard sigmoid, sigmoid or tanh: train the model with one"
          + " of these";

  private static final Set<String> RUNTIME_OPERATORS =
      Set.of("DynamicQuantizeLinear", "MatMulInteger", "QLinearMatMul");

  private static final Set<String> ROW_NORMALISATIONS =
      Set.of(
          "GroupNormalization",
          "InstanceNormalization",
          "LayerNormalization",
          "LpNormalization",
          "RMSNormalization");

  private ValueOperators() {}

  /**
   * What the node makes of a value.
   *
   * @param position which of the node's inputs it is
   */
  static Signal of(Node node, Signal data, int position, List<Optional<Constant>> constantInputs) {
    List<Optional<Tensor>> tensors =
        constantInputs.stream().map(input -> input.map(Constant::tensor)).toList();
    if (!ElementwiseOperators.isQonnx(node)) {
      if (node.operator().equals("Cast")) {
        return cast(node, data);
      }
      Optional<Signal> arranged =
          LayoutOperators.of(node, data.shape(), tensors).map(data::arranged);
      Optional<Signal> decided =
          arranged.or(() -> DecisionOperators.of(node, data, constantInputs));
      if (decided.isPresent()) {
        return decided.get();
      }
    }
    Elementwise elementwise =
        ElementwiseOperators.of(node, position, data.shape(), tensors)
            .orElseThrow(() -> unsupported(node));
    if (data.decided()) {
      throw node.refuse(
          node.operator() + " behind a softmax, argmax or top-k", "nothing behind the decision");
    }
    return data.mapped(elementwise);
  }

  private static Signal cast(Node node, Signal data) {
    int to = node.attributes().integer("to", 1);
    boolean real = to == 1 || to == 10 || to == 11 || to == 16;
    if (!real && !data.decided() && !LinearQuantizers.areCodes(data.chains(), to)) {
      throw node.refuse("a Cast of values to an integer type", "a Cast to float, or a Quant");
    }
    return data;
  }

  /** Refuses an operator of a domain that is not read. */
  static void checkDomain(Node node) {
    boolean known =
        node.domain().isEmpty()
            || node.domain().equals(LearningOperators.DOMAIN)
            || ElementwiseOperators.isQonnx(node)
            || (node.domain().equals(LinearQuantizers.RUNTIME_DOMAIN) && LinearQuantizers.is(node));
    if (!known && node.domain().equals(LinearQuantizers.RUNTIME_DOMAIN)) {
      throw runtimeOperator(node);
    }
    if (!known) {
      throw node.refuse("operator " + node.domain() + "." + node.operator(), SUPPORTED);
    }
  }

  /** The refusal of a node whose operator is not read. */
  static InvalidInputException unsupported(Node node) {
    String domain = node.domain().isEmpty() ? "" : node.domain() + ".";
    if (RUNTIME_OPERATORS.contains(node.operator())) {
      return runtimeOperator(node);
    }
    if (domain.isEmpty() && ACTIVATIONS.contains(node.operator())) {
      return node.refuse("an activation with " + node.operator(), READ_ACTIVATIONS);
    }
    if (domain.isEmpty() && ROW_NORMALISATIONS.contains(node.operator())) {
      return node.refuse(
          node.operator() + ", which divides by what depends on the row",
          "batch normalisation, which goes into the weights: train the model with it");
    }
    return node.refuse("operator " + domain + node.operator(), SUPPORTED);
  }

  private static InvalidInputException runtimeOperator(Node node) {
    boolean dynamic =
        node.operator().startsWith("Dynamic") || node.operator().startsWith("MatMulInteger");
    return node.refuse(
        "operator "
            + node.operator()
            + (dynamic ? ", whose scale depends on the input" : " of the QOperator format"),
        "onnxruntime.quantization.quantize_static(..., quant_format=QuantFormat.QDQ)");
  }

  /** The refusal of a node of several values of the network. */
  static InvalidInputException unjoined(Node node, List<Signal> data) {
    String found = node.operator() + " of two values that depend on the network's input";
    boolean sameSources = data.stream().allMatch(value -> value.hasSourcesOf(data.get(0)));
    if (node.operator().equals("Mul") && sameSources && data.get(0).stage() >= 0) {
      return node.refuse(found + ", as in swish or GELU", READ_ACTIVATIONS);
    }
    return node.refuse(found, "a plain chain of layers, without residual or parallel branches");
  }
}
