package io.hdlgen.canids.demo;

import io.hdlgen.canids.design.DetectorEmitResult;
import io.hdlgen.canids.design.DetectorVerifyResult;
import io.hdlgen.canids.detect.TrainedDetector;
import io.hdlgen.canids.evaluate.EvaluationReport;
import io.hdlgen.canids.evaluate.JudgeResult;
import io.hdlgen.canids.traffic.GenerateResult;
import io.hdlgen.flow.folder.CanonicalJson;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a demonstration showed; all of it on synthetic traffic.
 *
 * @param seconds that all of it took
 */
public record DemoResult(
    Path folder,
    GenerateResult train,
    GenerateResult test,
    TrainedDetector trained,
    EvaluationReport measured,
    DetectorEmitResult emitted,
    DetectorVerifyResult verified,
    double seconds) {
  /** Whether nothing that was compared differs. */
  public boolean passed() {
    return emitted.passed() && verified.passed();
  }

  /** One JSON object: {@code f1, falseNegativeRate, falseAlarmsPerHour, verification} and more. */
  public String toJson() {
    JudgeResult first = measured.results().get(0);
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("folder", folder.toString());
    object.put("synthetic", true);
    object.put("f1", first.rates().f1());
    object.put("falseNegativeRate", first.rates().missed());
    object.put("falseAlarmsPerHour", first.falseAlarmsPerHour());
    object.put("evaluation", CanonicalJson.read(measured.toJson()));
    object.put("hardware", CanonicalJson.read(emitted.toJson()));
    object.put("verification", CanonicalJson.read(verified.toJson()));
    object.put("seconds", seconds);
    return CanonicalJson.write(object);
  }
}
