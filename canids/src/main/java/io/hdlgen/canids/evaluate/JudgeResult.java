package io.hdlgen.canids.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a judge is worth, by one use of the labels.
 *
 * @param judge its name
 * @param labels how they are used
 * @param windows that count
 * @param benign of these
 * @param accuracy windows of the right class
 * @param balancedAccuracy mean of the recall of the classes that occur
 * @param rates of windows of attacks that the detector has classes for
 * @param falseAlarmsPerHour of traffic, attacks included
 * @param attacks one a label
 * @param suspensions empty if comments tell of none
 */
public record JudgeResult(
    String judge,
    LabelUse labels,
    long windows,
    long benign,
    double accuracy,
    double balancedAccuracy,
    Rates rates,
    double auc,
    double falseAlarmsPerHour,
    List<AttackResult> attacks,
    Optional<SuspensionResult> suspensions) {
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
    rates.put(object);
    object.put("rocAuc", Rates.orNull(auc));
    object.put("falseAlarms", rates.falseAlarms());
    object.put("falseAlarmsPerHour", falseAlarmsPerHour);
    object.put("attacks", attacks.stream().map(AttackResult::toObject).toList());
    suspensions.ifPresent(found -> object.put("suspension", found.toObject()));
    return object;
  }
}
