package io.hdlgen.flow.design;

import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.sim.check.CheckResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The result of a check as plain data, and {@code verification.json}. */
public final class VerificationJson {
  private VerificationJson() {}

  /** The text of the file. */
  public static String write(CheckResult check) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("format", "hdlgen-verification");
    object.put("version", 1);
    object.putAll(object(check));
    return CanonicalJson.write(object);
  }

  /**
   * Keys {@code passed, vectors, mismatches, cyclesCompared, latencyCycles{predicted, measured},
   * latencyFromLastBeat{predicted, measured}, initiationInterval{predicted, measured}, seed,
   * witnesses}, and {@code firstMismatch} if there is one.
   */
  public static Map<String, Object> object(CheckResult check) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("passed", check.passed());
    object.put("vectors", check.vectors());
    object.put("mismatches", check.mismatches());
    object.put("cyclesCompared", check.cyclesCompared());
    object.put(
        "latencyCycles", pair(OptionalInt.of(check.latencyPredicted()), check.latencyMeasured()));
    object.put(
        "latencyFromLastBeat",
        pair(
            OptionalInt.of(check.latencyFromLastBeatPredicted()),
            check.latencyFromLastBeatMeasured()));
    object.put("initiationInterval", pair(check.intervalPredicted(), check.intervalMeasured()));
    object.put("seed", check.seed());
    object.put("witnesses", check.witnesses());
    check.first().ifPresent(first -> object.put("firstMismatch", first.describe()));
    return object;
  }

  private static Map<String, Object> pair(OptionalInt predicted, OptionalInt measured) {
    Map<String, Object> pair = new LinkedHashMap<>();
    pair.put("predicted", predicted.isPresent() ? predicted.getAsInt() : null);
    pair.put("measured", measured.isPresent() ? measured.getAsInt() : null);
    return pair;
  }
}
