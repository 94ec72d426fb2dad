package io.hdlgen.quantizer.ptq;

import java.util.List;

/**
 * A network that {@link AutoBits} has quantized and measured.
 *
 * @param layers one a layer
 * @param accuracy on the validation rows, 0 to 1
 * @param cost as measured by the search's cost function
 */
public record BitTrial(List<LayerPrecision> layers, double accuracy, double cost) {
  public BitTrial {
    layers = List.copyOf(layers);
  }
}
