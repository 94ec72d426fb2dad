package io.hdlgen.flow;

import io.hdlgen.flow.design.QualityJson;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How right a network is, before and after quantization. All are fractions 0 to 1.
 *
 * @param floating of the float model; empty if the model was quantized already
 * @param quantized of the integer network
 * @param source what it was measured on
 * @param learnt whether the integer network was made by these very rows
 */
public record Accuracy(
    OptionalDouble floating, ClassificationMetrics quantized, String source, boolean learnt) {
  /**
   * Keys {@code float} (null if unknown), {@code quantized, quantizedInterval, balanced,
   * balancedInterval, macroF1, majorityBaseline, rows, source, learnt}.
   */
  Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("float", floating.isPresent() ? floating.getAsDouble() : null);
    object.put("quantized", quantized.accuracy());
    object.put("quantizedInterval", QualityJson.interval(quantized.right().interval()));
    object.put("balanced", quantized.balancedAccuracy());
    object.put("balancedInterval", QualityJson.interval(quantized.balanced().interval()));
    object.put("macroF1", quantized.macroF1());
    object.put("majorityBaseline", quantized.majorityBaseline());
    object.put("rows", quantized.rows());
    object.put("source", source);
    object.put("learnt", learnt);
    return object;
  }
}
