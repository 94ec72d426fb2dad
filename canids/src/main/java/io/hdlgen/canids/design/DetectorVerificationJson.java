package io.hdlgen.canids.design;

import io.hdlgen.canids.verify.DetectorCheckResult;
import io.hdlgen.canids.verify.wire.LengthTiming;
import io.hdlgen.canids.verify.wire.WireCheckResult;
import io.hdlgen.flow.folder.CanonicalJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code verification.json} of a detector: what was compared on frames. */
final class DetectorVerificationJson {
  private DetectorVerificationJson() {}

  static String write(DetectorComparison compared, long seed) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("format", "hdlgen-detector-verification");
    object.put("version", 1);
    object.putAll(object(compared, seed));
    return CanonicalJson.write(object);
  }

  static Map<String, Object> object(DetectorComparison compared, long seed) {
    DetectorCheckResult check = compared.check();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("passed", check.passed());
    object.put("frames", check.frames());
    object.put("vectors", check.verdicts());
    object.put("features", check.features());
    object.put("verdicts", check.verdicts());
    object.put("mismatches", check.mismatches());
    object.put("missed", check.missed());
    object.put("alerts", check.alerts());
    object.put("cyclesCompared", check.cycles());
    Map<String, Object> latency = new LinkedHashMap<>();
    latency.put("predicted", compared.predicted());
    latency.put("measured", check.latencyMost());
    latency.put("least", check.latencyLeast());
    latency.put("most", check.latencyMost());
    object.put("latencyCycles", latency);
    object.put("seed", seed);
    object.put("witnesses", List.of("reference", compared.witness()));
    compared.wire().ifPresent(wire -> object.put("wire", wire(wire)));
    check.first().ifPresent(first -> object.put("firstMismatch", first));
    return object;
  }

  private static Map<String, Object> wire(WireCheckResult wire) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("bits", wire.bits());
    object.put("validFrames", wire.valid());
    object.put("brokenFrames", wire.broken());
    object.put("beforeEndOfFrame", wire.beforeEndOfFrame());
    object.put("leastCyclesBeforeEndOfFrame", wire.leastBeforeEnd());
    object.put("lengths", wire.lengths().stream().map(DetectorVerificationJson::length).toList());
    return object;
  }

  private static Map<String, Object> length(LengthTiming timing) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("lengthCode", timing.code() == LengthTiming.REMOTE ? "remote" : timing.code());
    object.put("frames", timing.frames());
    object.put("leastCyclesBeforeEndOfFrame", timing.leastBeforeEnd());
    object.put("mostCyclesAfterData", timing.mostAfterData());
    return object;
  }
}
