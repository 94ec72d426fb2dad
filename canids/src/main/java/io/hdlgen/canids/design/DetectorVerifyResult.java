package io.hdlgen.canids.design;

import io.hdlgen.canids.verify.DetectorCheckResult;
import io.hdlgen.flow.folder.CanonicalJson;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was verified.
 *
 * @param seconds that the frames took, without the build of the simulation
 * @param notes what the user should know: one sentence each
 */
public record DetectorVerifyResult(
    Path design, DetectorCheckResult check, long seed, double seconds, List<String> notes) {
  public DetectorVerifyResult {
    notes = List.copyOf(notes);
  }

  /** Whether all was as expected. */
  public boolean passed() {
    return check.passed();
  }

  /** One JSON object. */
  public String toJson() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("design", design.toString());
    object.putAll(DetectorVerificationJson.object(check, seed, "verilator"));
    object.put("seconds", seconds);
    object.put("notes", notes);
    return CanonicalJson.write(object);
  }
}
