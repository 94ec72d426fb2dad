package io.hdlgen.canids.evaluate;

import io.hdlgen.flow.folder.CanonicalJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well a detector does on a log, beside baselines.
 *
 * @param detector its name
 * @param log its name
 * @param synthetic whether the log says of itself that it is generated
 * @param seconds of traffic that were measured on
 * @param doubtfulFrames of the whole log; 0 if they were not looked for
 * @param results that of the detector by the labels as given first
 */
public record EvaluationReport(
    String detector,
    String log,
    boolean synthetic,
    double seconds,
    long doubtfulFrames,
    List<JudgeResult> results,
    List<String> notes) {
  public EvaluationReport {
    results = List.copyOf(results);
    notes = List.copyOf(notes);
  }

  /** For {@code --json}: fractions 0 to 1, null where there is nothing to measure. */
  public String toJson() {
    JudgeResult first = results.get(0);
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("detector", detector);
    object.put("log", log);
    object.put("synthetic", synthetic);
    object.put("seconds", seconds);
    object.put("f1", Rates.orNull(first.rates().f1()));
    object.put("falseNegativeRate", Rates.orNull(first.rates().missed()));
    object.put("falseAlarmsPerHour", first.falseAlarmsPerHour());
    if (doubtfulFrames > 0) {
      object.put("doubtfulFrames", doubtfulFrames);
      object.put("doubtfulRule", DoubtfulFrames.RULE);
    }
    object.put("results", results.stream().map(JudgeResult::toObject).toList());
    object.put("notes", notes);
    return CanonicalJson.writeLine(object);
  }
}
