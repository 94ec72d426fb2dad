package io.hdlgen.cli;

import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.flow.synth.SynthResult;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says what the tools of a target have made. */
final class SynthSummary {
  private SynthSummary() {}

  /** Prints it, and tells how the command ends. */
  static ExitCode print(SynthResult result, HdlgenCommand root) {
    result.notes().forEach(root::say);
    Map<String, Object> object = new LinkedHashMap<>(result.report());
    object.put("folder", result.folder().toString());
    root.print(
        CanonicalJson.write(object),
        () -> {
          PrintWriter out = root.terminal().out();
          result.lines().forEach(out::println);
          out.println("files     " + result.folder());
        });
    result.missed().ifPresent(root::say);
    return result.missed().isEmpty() ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }
}
