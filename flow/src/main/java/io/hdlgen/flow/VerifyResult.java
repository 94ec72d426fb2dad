package io.hdlgen.flow;

import io.hdlgen.flow.design.VerificationJson;
import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.sim.check.CheckResult;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a verification found.
 *
 * @param design the design folder
 * @param netlist what was found of the mapped netlist, if that was asked for
 * @param notes what the user should know: one sentence each
 */
public record VerifyResult(
    Path design, CheckResult check, Optional<NetlistCheck> netlist, List<String> notes) {
  public VerifyResult {
    notes = List.copyOf(notes);
  }

  /** Whether nothing was found to differ. */
  public boolean passed() {
    return check.passed() && netlist.map(NetlistCheck::passed).orElse(true);
  }

  /**
   * One JSON object with the keys {@code design, vectors, mismatches, cyclesCompared,
   * latencyCycles{predicted, measured}, latencyFromLastBeat{predicted, measured},
   * initiationInterval{predicted, measured}, seed}, and {@code netlist} as {@link
   * NetlistCheck#object}.
   */
  public String toJson() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("design", design.toString());
    object.putAll(VerificationJson.object(check));
    netlist.ifPresent(found -> object.put("netlist", found.object()));
    object.put("notes", notes);
    return CanonicalJson.write(object);
  }
}
