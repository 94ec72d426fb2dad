package io.hdlgen.flow;

import io.hdlgen.quantizer.ptq.AutoBitsResult;
import io.hdlgen.quantizer.ptq.LayerPrecision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a search for the bits of each layer has found.
 *
 * @param layers weights and bits of activations, one a layer
 * @param tried number of networks
 * @param rows that accuracy was measured on, and that did not calibrate
 * @param floatAccuracy on them, 0 to 1
 * @param accuracy on them, 0 to 1
 * @param withinDrop whether no more accuracy is lost than was allowed
 */
public record BitSearchSummary(
    List<LayerPrecision> layers,
    int tried,
    int rows,
    double floatAccuracy,
    double accuracy,
    boolean withinDrop) {
  public BitSearchSummary {
    layers = List.copyOf(layers);
  }

  static BitSearchSummary of(AutoBitsResult result) {
    return new BitSearchSummary(
        result.chosen().layers(),
        result.trials().size(),
        result.validationRows(),
        result.floatAccuracy(),
        result.chosen().accuracy(),
        result.withinDrop());
  }

  /** Keys as the components; {@code layers} has {@code weights} and {@code activationBits}. */
  Map<String, Object> object() {
    List<Map<String, Object>> chosen = new ArrayList<>();
    for (LayerPrecision layer : layers) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("weights", layer.weights().text());
      one.put("activationBits", layer.activationBits());
      chosen.add(one);
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("layers", chosen);
    object.put("tried", tried);
    object.put("rows", rows);
    object.put("floatAccuracy", floatAccuracy);
    object.put("accuracy", accuracy);
    object.put("withinDrop", withinDrop);
    return object;
  }
}
