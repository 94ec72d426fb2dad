package io.hdlgen.flow.synth;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the tools have made of a design.
 *
 * @param folder the synthesis folder
 * @param report plain data: the keys of {@code report.json}
 * @param lines the same for people
 * @param notes what the user should know: one sentence each
 * @param missed why the design is no good on the target; empty if it is
 */
public record SynthResult(
    Path folder,
    Map<String, Object> report,
    List<String> lines,
    List<String> notes,
    Optional<String> missed) {
  public SynthResult {
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
  }
}
