package io.hdlgen.quantizer.onnx.fold;

import io.hdlgen.quantizer.onnx.graph.Node;
import io.hdlgen.quantizer.onnx.graph.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * The constant inputs of an elementwise operator, as numbers an element of its result.
 *
 * @param node the operator
 * @param dataShape dimensions of the input that is not constant
 * @param constants the constant inputs, by position
 */
record Operands(Node node, int[] dataShape, List<Optional<Tensor>> constants) {

  /** Whether input {@code index} is given. */
  boolean has(int index) {
    return node.hasInput(index);
  }

  /** Input {@code index}, which must be constant. */
  Tensor tensor(int index, String meaning) {
    if (index >= constants.size() || constants.get(index).isEmpty()) {
      String found = has(index) ? "that depends on the network's input" : "that is missing";
      throw node.refuse(
          node.operator() + " with a " + meaning + " " + found, "a constant " + meaning);
    }
    return constants.get(index).get();
  }

  /** Input {@code index}, stretched to the shape of the data. */
  IntToDoubleFunction perElement(int index, String meaning) {
    return stretched(tensor(index, meaning), dataShape, meaning);
  }

  /** A tensor of one value a channel, stretched to the shape of the data. */
  IntToDoubleFunction perChannel(int index, int axis, String meaning) {
    Tensor tensor = tensor(index, meaning);
    if (axis >= dataShape.length || tensor.size() != dataShape[axis]) {
      throw misfit(tensor.shape(), meaning);
    }
    int inner = Layout.size(Arrays.copyOfRange(dataShape, axis + 1, dataShape.length));
    return i -> tensor.get(i / inner % dataShape[axis]);
  }

  /** The shape of the data together with input {@code index}. */
  int[] commonShape(int index, String meaning) {
    Tensor tensor = tensor(index, meaning);
    try {
      int[] shape = Layout.commonShape(dataShape, tensor.shape());
      if (Math.multiplyFull(1, Layout.size(shape)) > Math.max(tensor.size(), size()) * 1024L) {
        throw misfit(tensor.shape(), meaning);
      }
      return shape;
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw misfit(tensor.shape(), meaning);
    }
  }

  /** A tensor stretched to {@code shape}, as a function of the row-major index. */
  IntToDoubleFunction stretched(Tensor tensor, int[] shape, String meaning) {
    if (tensor.size() == 1) {
      double value = tensor.get(0);
      return i -> value;
    }
    int[] common;
    try {
      common = Layout.commonShape(shape, tensor.shape());
    } catch (IllegalArgumentException e) {
      throw misfit(tensor.shape(), meaning);
    }
    if (Layout.size(common) != Layout.size(shape)) {
      throw misfit(tensor.shape(), meaning);
    }
    int[] sources = Layout.broadcast(tensor.shape(), common).sources();
    return i -> tensor.get(sources[i]);
  }

  /** Number of elements of the data. */
  int size() {
    return Layout.size(dataShape);
  }

  private RuntimeException misfit(int[] shape, String meaning) {
    return node.refuse(
        "%s of data of shape %s with a %s of shape %s"
            .formatted(
                node.operator(), Arrays.toString(dataShape), meaning, Arrays.toString(shape)),
        "shapes that fit");
  }
}
