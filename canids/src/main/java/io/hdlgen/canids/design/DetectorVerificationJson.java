package io.hdlgen.canids.design;

import io.hdlgen.canids.verify.DetectorCheckResult;
import io.hdlgen.flow.folder.CanonicalJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code verification.json} of a detector: what was compared on frames. */
final class DetectorVerificationJson {
  private DetectorVerificationJson() {}

  static String write(DetectorCheckResult check, long seed, String witness) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("format", "hdlgen-detector-verification");
    object.put("version", 1);
    object.putAll(object(check, seed, witness));
    return CanonicalJson.write(object);
  }

  static Map<String, Object> object(DetectorCheckResult check, long seed, String witness) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("passed", check.passed());
    object.put("frames", check.frames());
    object.put("features", check.features());
    object.put("verdicts", check.verdicts());
    object.put("mismatches", check.mismatches());
    object.put("missed", check.missed());
    object.put("alerts", check.alerts());
    object.put("cycles", check.cycles());
    Map<String, Object> latency = new LinkedHashMap<>();
    latency.put("least", check.latencyLeast());
    latency.put("most", check.latencyMost());
    object.put("latencyCycles", latency);
    object.put("seed", seed);
    object.put("witnesses", List.of("reference", witness));
    check.first().ifPresent(first -> object.put("firstMismatch", first));
    return object;
  }
}
