package io.hdlgen.flow;

import io.hdlgen.flow.design.VerificationJson;
import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.sim.check.CheckResult;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a verification found.
 *
 * @param design the design folder
 * @param notes what the user should know: one sentence each
 */
public record VerifyResult(Path design, CheckResult check, List<String> notes) {
  public VerifyResult {
    notes = List.copyOf(notes);
  }

  /**
   * One JSON object with the keys {@code design, vectors, mismatches, cyclesCompared,
   * latencyCycles{predicted, measured}, latencyFromLastBeat{predicted, measured},
   * initiationInterval{predicted, measured}, seed}.
   */
  public String toJson() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("design", design.toString());
    object.putAll(VerificationJson.object(check));
    object.put("notes", notes);
    return CanonicalJson.write(object);
  }
}
