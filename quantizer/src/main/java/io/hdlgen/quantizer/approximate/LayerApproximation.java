package io.hdlgen.quantizer.approximate;

import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Interval;
import java.util.List;

/** Makes a layer cheaper, at the price of other results. */
@FunctionalInterface
public interface LayerApproximation {
  /**
   * The approximate layer.
   *
   * @param inputs {@code [inputs]}, the ranges of what the layer takes
   * @throws IllegalArgumentException if the approximation is not one of such a layer
   */
  DenseLayer apply(DenseLayer layer, List<Interval> inputs);
}
