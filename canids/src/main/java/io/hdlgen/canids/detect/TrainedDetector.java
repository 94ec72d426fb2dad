package io.hdlgen.canids.detect;

import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A detector that has just been trained.
 *
 * @param windows met in the logs, one number a class
 * @param learnt windows that were learnt from, one number a class
 * @param training how well they are told apart
 * @param validation the same of windows kept back, which are neighbours of those learnt from
 * @param floatTraining the same of the float network
 * @param floatValidation the same of the float network
 * @param leftOut windows of labels that are in no class
 */
public record TrainedDetector(
    Detector detector,
    long[] windows,
    long[] learnt,
    ClassificationMetrics training,
    ClassificationMetrics validation,
    ClassificationMetrics floatTraining,
    ClassificationMetrics floatValidation,
    long leftOut,
    double seconds,
    List<String> notes) {

  /** For {@code --json}: fractions 0 to 1. */
  public Map<String, Object> toObject() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("detector", detector.name());
    List<Object> classes = new ArrayList<>();
    for (int k = 0; k < windows.length; k++) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("class", detector.classes().get(k).name());
      entry.put("windows", windows[k]);
      entry.put("learnt", learnt[k]);
      classes.add(entry);
    }
    object.put("classes", classes);
    object.put("leftOut", leftOut);
    object.put("accuracy", accuracies(training.accuracy(), validation.accuracy()));
    object.put(
        "balancedAccuracy", accuracies(training.balancedAccuracy(), validation.balancedAccuracy()));
    object.put("floatAccuracy", accuracies(floatTraining.accuracy(), floatValidation.accuracy()));
    object.put("seconds", seconds);
    object.put("notes", notes);
    return object;
  }

  private static Map<String, Object> accuracies(double training, double validation) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("train", training);
    object.put("validation", validation);
    return object;
  }
}
