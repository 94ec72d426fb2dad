package io.hdlgen.flow.design;

import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures of a classifier as plain data. */
public final class QualityJson {
  private QualityJson() {}

  /** Keys {@code accuracy, balancedAccuracy, majorityBaseline, perClass}. */
  public static Map<String, Object> object(ClassificationMetrics metrics) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("accuracy", metrics.accuracy());
    object.put("balancedAccuracy", metrics.balancedAccuracy());
    object.put("majorityBaseline", metrics.majorityBaseline());
    List<Map<String, Object>> classes = new ArrayList<>();
    for (ClassificationMetrics.ClassMetrics metric : metrics.perClass()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("class", metric.name());
      one.put("rows", metric.actual());
      one.put("precision", metric.precision());
      one.put("recall", metric.recall());
      one.put("falseNegativeRate", metric.falseNegativeRate());
      classes.add(one);
    }
    object.put("perClass", classes);
    return object;
  }
}
