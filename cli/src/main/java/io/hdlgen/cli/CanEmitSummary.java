package io.hdlgen.cli;

import io.hdlgen.canids.design.DetectorEmission;
import io.hdlgen.canids.design.DetectorEmitResult;
import java.io.PrintWriter;
import java.util.Locale;

/** Says on the terminal what can emit made. */
final class CanEmitSummary {
  private CanEmitSummary() {}

  static void print(DetectorEmitResult result, PrintWriter out) {
    SummaryLines lines = new SummaryLines(out);
    lines.line("network", SummaryLines.network(result.core().network()));
    result
        .core()
        .estimate()
        .ifPresent(
            found -> lines.line("core", EmitSummary.estimate(result.core().target(), found)));
    lines.line(
        "verdict",
        "%s after the end of the data, %s",
        SummaryLines.count(result.latencyCycles(), "cycle"),
        String.format(
            Locale.ROOT,
            "%.1f bits of the bus: %s",
            result.latencyCycles() / (double) result.options().clocksPerBit(),
            result.beforeEndOfFrame()
                ? "before the end of the frame"
                : "not before the end of the frame: see --clock-mhz and --bit-rate"));
    result
        .compared()
        .ifPresent(compared -> lines.line("verified", CanVerifyCommand.text(compared)));
    lines.line(
        "files",
        result
            .folder()
            .map(
                folder ->
                    folder
                        + ": the top is rtl/"
                        + result.options().top()
                        + ".v, the network alone in "
                        + DetectorEmission.CORE)
            .orElse("none: a dry run"));
  }
}
