package io.hdlgen.quantizer.onnx.mlp;

import io.hdlgen.quantizer.onnx.fold.Constant;

/**
 * The weights of a dense stage, {@code [outputs][inputs]}.
 *
 * @param constant a tensor of this shape
 */
public record WeightMatrix(Constant constant) {
  public int outputs() {
    return constant.tensor().shape()[0];
  }

  public int inputs() {
    return constant.tensor().shape()[1];
  }

  /** Whether a quantizer made the weights. */
  public boolean isQuantized() {
    return constant.exact().isPresent();
  }

  /** The weight as the graph's arithmetic rounds it. */
  public double get(int output, int input) {
    return constant.tensor().get(output * inputs() + input);
  }
}
