package io.hdlgen.flow.design;

import io.hdlgen.quantizer.metrics.BalancedAccuracy;
import io.hdlgen.quantizer.metrics.ClassMetrics;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.metrics.ConfidenceInterval;
import io.hdlgen.quantizer.metrics.Proportion;
import io.hdlgen.quantizer.network.LongMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures of a classifier as plain data; {@code docs/metrics.md} defines them. Rates are fractions
 * 0 to 1, intervals are {@code [low, high]}.
 */
public final class QualityJson {
  private QualityJson() {}

  /** As {@link #object(ClassificationMetrics, Optional)}, without {@code unseen}. */
  public static Map<String, Object> object(ClassificationMetrics metrics) {
    return object(metrics, Optional.empty());
  }

  /**
   * Keys {@code accuracy, accuracyInterval, balancedAccuracy, balancedAccuracyInterval,
   * balancedAccuracyOf10, balancedAccuracyOf10Interval, classesOf10, macroF1, majorityBaseline,
   * perClass, classes, confusion} and, where it was measured, {@code unseen}. What is a mean over
   * no class, or a share of no row, is null.
   */
  public static Map<String, Object> object(
      ClassificationMetrics metrics, Optional<Proportion> unseen) {
    Map<String, Object> object = new LinkedHashMap<>();
    putRate(object, "accuracy", metrics.right());
    putBalanced(object, "balancedAccuracy", metrics.balanced());
    putBalanced(object, "balancedAccuracyOf10", metrics.balancedOfFrequent());
    object.put("classesOf10", metrics.balancedOfFrequent().classes());
    object.put("macroF1", metrics.macroF1());
    object.put("majorityBaseline", metrics.majorityBaseline());
    object.put("perClass", metrics.perClass().stream().map(QualityJson::ofClass).toList());
    object.put("classes", metrics.classNames());
    object.put("confusion", rows(metrics.confusion()));
    unseen.ifPresent(
        rate -> {
          Map<String, Object> measured = new LinkedHashMap<>();
          measured.put("rows", rate.total());
          putRate(measured, "accuracy", rate);
          object.put("unseen", measured);
        });
    return object;
  }

  /** An interval as {@code [low, high]}. */
  public static List<Double> interval(ConfidenceInterval interval) {
    return List.of(interval.low(), interval.high());
  }

  private static void putRate(Map<String, Object> object, String key, Proportion rate) {
    boolean known = rate.total() > 0;
    object.put(key, known ? rate.value() : null);
    object.put(key + "Interval", known ? interval(rate.interval()) : null);
  }

  private static void putBalanced(
      Map<String, Object> object, String key, BalancedAccuracy balanced) {
    boolean known = balanced.classes() > 0;
    object.put(key, known ? balanced.value() : null);
    object.put(key + "Interval", known ? interval(balanced.interval()) : null);
  }

  private static Map<String, Object> ofClass(ClassMetrics metrics) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("class", metrics.name());
    object.put("rows", metrics.actual());
    object.put("precision", metrics.precision());
    object.put("recall", metrics.recall());
    object.put("f1", metrics.f1());
    object.put("falseNegativeRate", metrics.falseNegativeRate());
    return object;
  }

  private static List<List<Long>> rows(LongMatrix matrix) {
    List<List<Long>> rows = new ArrayList<>();
    for (int r = 0; r < matrix.rows(); r++) {
      rows.add(Arrays.stream(matrix.row(r).toArray()).boxed().toList());
    }
    return rows;
  }
}
