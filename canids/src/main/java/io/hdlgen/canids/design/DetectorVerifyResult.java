package io.hdlgen.canids.design;

import io.hdlgen.flow.folder.CanonicalJson;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was verified.
 *
 * @param notes what the user should know: one sentence each
 */
public record DetectorVerifyResult(
    Path design, DetectorComparison compared, long seed, List<String> notes) {
  public DetectorVerifyResult {
    notes = List.copyOf(notes);
  }

  /** Whether all was as expected. */
  public boolean passed() {
    return compared.passed();
  }

  /** One JSON object. */
  public String toJson() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("design", design.toString());
    object.putAll(DetectorVerificationJson.object(compared, seed));
    object.put("seconds", compared.seconds());
    object.put("notes", notes);
    return CanonicalJson.write(object);
  }
}
