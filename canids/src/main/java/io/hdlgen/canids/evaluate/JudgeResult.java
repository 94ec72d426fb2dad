package io.hdlgen.canids.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a judge is worth, by one use of the labels. Precision, recall and F1 are of alerts against
 * windows of attacks that the detector has classes for; NaN where there are none of these.
 *
 * @param judge its name
 * @param labels how they are used
 * @param windows that count
 * @param benign of these
 * @param accuracy windows of the right class
 * @param balancedAccuracy mean of the recall of the classes that occur
 * @param falseAlarms alerts on benign windows
 * @param falseAlarmsPerHour of traffic, attacks included
 * @param attacks one a label
 */
public record JudgeResult(
    String judge,
    LabelUse labels,
    long windows,
    long benign,
    double accuracy,
    double balancedAccuracy,
    double precision,
    double recall,
    double f1,
    double auc,
    long falseAlarms,
    double falseAlarmsPerHour,
    List<AttackResult> attacks) {
  public JudgeResult {
    attacks = List.copyOf(attacks);
  }

  Map<String, Object> toObject() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("judge", judge);
    object.put("labels", labels.name().toLowerCase(Locale.ROOT));
    object.put("windows", windows);
    object.put("benign", benign);
    object.put("accuracy", accuracy);
    object.put("balancedAccuracy", balancedAccuracy);
    object.put("precision", orNull(precision));
    object.put("recall", orNull(recall));
    object.put("f1", orNull(f1));
    object.put("falseNegativeRate", orNull(1 - recall));
    object.put("rocAuc", orNull(auc));
    object.put("falseAlarms", falseAlarms);
    object.put("falseAlarmsPerHour", falseAlarmsPerHour);
    object.put("attacks", attacks.stream().map(AttackResult::toObject).toList());
    return object;
  }

  /** A measure as JSON has it: null where there is none. */
  static Object orNull(double measure) {
    return Double.isNaN(measure) ? null : measure;
  }
}
