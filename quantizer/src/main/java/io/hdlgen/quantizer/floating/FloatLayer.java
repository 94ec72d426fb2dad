package io.hdlgen.quantizer.floating;

import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * A dense layer of real numbers: {@code value = activation(weights * x + biases)}.
 *
 * @param weights {@code [outputs][inputs]}; not to be changed
 * @param biases {@code [outputs]}; not to be changed
 */
public record FloatLayer(
    String name, RealMatrix weights, RealVector biases, FloatActivation activation) {
  public FloatLayer {
    if (biases.getDimension() != weights.getRowDimension()) {
      throw new IllegalArgumentException(
          "layer %s: %d biases for %d neurons"
              .formatted(name, biases.getDimension(), weights.getRowDimension()));
    }
  }

  /** The layer's values at {@code x}. */
  public RealVector apply(RealVector x) {
    return weights.operate(x).add(biases).mapToSelf(activation::apply);
  }
}
