package io.hdlgen.quantizer.onnx.mlp;

import io.hdlgen.quantizer.onnx.fold.Constant;
import io.hdlgen.quantizer.onnx.fold.ConstantFolder;
import io.hdlgen.quantizer.onnx.fold.Elementwise;
import io.hdlgen.quantizer.onnx.fold.ElementwiseOperators;
import io.hdlgen.quantizer.onnx.fold.Layout;
import io.hdlgen.quantizer.onnx.graph.Attributes;
import io.hdlgen.quantizer.onnx.graph.Node;
import io.hdlgen.quantizer.onnx.graph.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code MatMul} and {@code Gemm} of a value and constant weights. */
final class DenseOperators {
  /** The most weights of one stage, after broadcasting. */
  private static final int MAX_WEIGHTS = 1 << 24;

  private final Node node;
  private final Signal data;
  private final Optional<Constant> weights;
  private final int nextStage;

  /** A dense stage and the value of its node. */
  record Result(Stage stage, Signal signal) {}

  private DenseOperators(Node node, Signal data, Optional<Constant> weights, int nextStage) {
    this.node = node;
    this.data = data;
    this.weights = weights;
    this.nextStage = nextStage;
  }

  /**
   * The stage that a node makes.
   *
   * @param position which of the two factors is {@code data}
   * @param constants the constant inputs by position
   * @param nextStage index of the new stage
   */
  static Result of(
      Node node, Signal data, int position, List<Optional<Constant>> constants, int nextStage) {
    int other = 1 - position;
    Optional<Constant> weights =
        position > 1 || other >= constants.size() ? Optional.empty() : constants.get(other);
    DenseOperators operators = new DenseOperators(node, data, weights, nextStage);
    return node.operator().equals("Gemm")
        ? operators.gemm(position, constants)
        : operators.matMul(position);
  }

  private Result matMul(int position) {
    int[] matrix = weights().tensor().shape();
    int[] shape = data.shape();
    if (shape.length == 0) {
      throw node.refuse("MatMul of a single number", "a vector");
    }
    if (position == 0) {
      int inputs = shape[shape.length - 1];
      requireOneVector(shape, inputs);
      int outputs = matrix.length == 1 ? 1 : matrix[1];
      int[] result = Arrays.copyOf(shape, shape.length - (matrix.length == 1 ? 1 : 0));
      if (matrix.length == 2) {
        result[result.length - 1] = outputs;
      }
      Constant asMatrix = weights().arranged(Layout.reshaped(twoDimensions(matrix, true)));
      return dense(transposed(asMatrix), inputs, result);
    }
    // Weights on the left, a column on the right.
    int inputs = shape.length < 2 ? data.elements().size() : shape[shape.length - 2];
    requireOneVector(shape, inputs);
    int[] result = shape.clone();
    if (matrix.length == 2) {
      result[Math.max(0, result.length - 2)] = matrix[0];
    } else {
      result = new int[] {1};
    }
    return dense(weights().arranged(Layout.reshaped(twoDimensions(matrix, false))), inputs, result);
  }

  private Result gemm(int position, List<Optional<Constant>> constants) {
    if (weights().tensor().rank() != 2 || data.shape().length != 2) {
      throw node.refuse(
          "Gemm of %s by %s"
              .formatted(
                  Arrays.toString(data.shape()), Arrays.toString(weights().tensor().shape())),
          "two matrices");
    }
    boolean flipData = flag(position == 0 ? "transA" : "transB");
    boolean flipWeights = flag(position == 0 ? "transB" : "transA");
    int[] shape = data.shape();
    // A row times weights, or weights times a column.
    boolean alongColumns = (position == 0) != flipData;
    int inputs = shape[alongColumns ? 1 : 0];
    requireOneVector(shape, inputs);
    Constant matrix = weights();
    if ((position == 0) != flipWeights) {
      matrix = transposed(matrix);
    }
    double alpha = node.attributes().number("alpha", 1);
    int outputs = matrix.tensor().shape()[0];
    int[] result = position == 0 ? new int[] {1, outputs} : new int[] {outputs, 1};
    Result product = dense(alpha == 1 ? matrix : scaled(matrix, alpha), inputs, result);
    if (!node.hasInput(2)) {
      return product;
    }
    return new Result(product.stage(), biased(product.signal(), constants));
  }

  private Signal biased(Signal sums, List<Optional<Constant>> constants) {
    double beta = node.attributes().number("beta", 1);
    Node add = derived("Add");
    Optional<Tensor> bias =
        constants.get(2).map(c -> beta == 1 ? c : scaled(c, beta)).map(Constant::tensor);
    if (bias.isEmpty()) {
      throw node.refuse("a bias that depends on the network's input", "a constant bias");
    }
    Elementwise elementwise =
        ElementwiseOperators.of(add, 0, sums.shape(), List.of(Optional.empty(), bias))
            .orElseThrow();
    if (elementwise.chains().size() != sums.elements().size()) {
      throw node.refuse(
          "a bias of shape " + Arrays.toString(bias.get().shape()), "at most one value an output");
    }
    return sums.mapped(elementwise);
  }

  private Constant scaled(Constant constant, double factor) {
    Tensor tensor = Tensor.of(Tensor.Type.FLOAT, new int[0], new double[] {factor});
    return ConstantFolder.fold(
            derived("Mul"), List.of(Optional.of(constant), Optional.of(Constant.plain(tensor))))
        .orElseThrow();
  }

  private Node derived(String operator) {
    return new Node(
        node.where(),
        operator,
        "",
        List.of("data", "constant"),
        node.outputs(),
        new Attributes(Map.of(), Map.of(), Map.of()));
  }

  private Result dense(Constant matrix, int inputs, int[] shape) {
    WeightMatrix found = new WeightMatrix(matrix);
    if (found.inputs() == 0 || found.outputs() == 0) {
      throw node.refuse("weights without elements", "at least one input and one output");
    }
    if (found.inputs() != inputs) {
      throw node.refuse(
          "%d values by weights for %d".formatted(inputs, found.inputs()),
          "as many weights as values");
    }
    if ((long) found.inputs() * found.outputs() > MAX_WEIGHTS) {
      throw node.refuse("too many weights", "at most " + MAX_WEIGHTS);
    }
    Stage stage = new Stage(node.where(), data.elements(), found);
    return new Result(stage, Signal.source(shape, nextStage));
  }

  private void requireOneVector(int[] shape, int inputs) {
    if (data.elements().size() != inputs) {
      throw node.refuse(
          "a value of shape %s, which is %d vectors of %d"
              .formatted(
                  Arrays.toString(shape),
                  inputs == 0 ? 0 : data.elements().size() / inputs,
                  inputs),
          "one vector an inference: a batch of 1, flattened before the first dense layer");
    }
  }

  private Constant weights() {
    Constant found =
        weights.orElseThrow(
            () ->
                node.refuse(
                    node.operator() + " of two values that depend on the network's input",
                    "constant weights"));
    int rank = found.tensor().rank();
    if (rank != 1 && rank != 2) {
      throw node.refuse(
          "weights of shape " + Arrays.toString(found.tensor().shape()), "a matrix of weights");
    }
    return found;
  }

  private static int[] twoDimensions(int[] shape, boolean column) {
    if (shape.length == 2) {
      return shape;
    }
    return column ? new int[] {shape[0], 1} : new int[] {1, shape[0]};
  }

  private static Constant transposed(Constant matrix) {
    return matrix.arranged(Layout.transposed(matrix.tensor().shape(), new int[] {1, 0}));
  }

  private boolean flag(String name) {
    return node.attributes().integer(name, 0) != 0;
  }
}
