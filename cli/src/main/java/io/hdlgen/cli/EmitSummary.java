package io.hdlgen.cli;

import io.hdlgen.flow.EmitResult;
import io.hdlgen.hdl.estimate.Estimate;
import io.hdlgen.hdl.estimate.FpgaEstimate;
import io.hdlgen.hdl.estimate.PrintedEstimate;
import io.hdlgen.hdl.folded.FoldedDesign;
import io.hdlgen.hdl.metrics.ModuleMetrics;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.sim.check.CheckResult;
import java.io.PrintWriter;
import java.util.Locale;

/** What a person wants to know of a fresh design. */
final class EmitSummary {
  private EmitSummary() {}

  static void print(EmitResult result, PrintWriter out) {
    SummaryLines lines = new SummaryLines(out);
    lines.line("network", SummaryLines.network(result.network()));
    lines.line("bits", BitWidths.of(result.network()).describe());
    result.accuracy().map(AccuracyText::of).ifPresent(lines::add);
    ModuleMetrics total = result.metrics().total();
    lines.line(
        "hardware",
        "%,d adders (%,d bits), %,d flip-flops, about %,d LUTs",
        total.adders(),
        total.adderBits(),
        total.registerBits(),
        result.folded().map(FoldedDesign::estimatedLuts).orElse(total.estimatedLuts()));
    result.estimate().ifPresent(found -> lines.line("estimate", estimate(result.target(), found)));
    if (result.signature().initiationInterval().isPresent()) {
      lines.line("speed", speed(result));
    } else if (result.signature().bus() == Bus.AXI4_LITE) {
      lines.line(
          "speed",
          "%s from start to interrupt, an estimated %.0f MHz",
          SummaryLines.count(result.signature().latencyCycles(), "cycle"),
          clockMhz(result));
    } else {
      lines.line(
          "speed",
          "no clock; an estimated %s from inputs to outputs",
          delay(result.metrics().worstNs()));
    }
    result.verification().ifPresent(check -> lines.line("verified", verification(check)));
    lines.line("files", files(result));
    result.folded().ifPresent(design -> out.println("\n" + design.chart().stripTrailing()));
  }

  /** What is expected of the target's tools, in one line. */
  static String estimate(String target, Estimate estimate) {
    if (estimate instanceof FpgaEstimate fpga) {
      return String.format(
          Locale.ROOT,
          "%s: %,d LUTs, %,d flip-flops, %,d block RAMs, %,d multipliers",
          target,
          fpga.luts(),
          fpga.flipFlops(),
          fpga.blockRams(),
          fpga.dsps());
    }
    PrintedEstimate printed = (PrintedEstimate) estimate;
    return String.format(
        Locale.ROOT,
        "%s: %.3g cm2, %,d gates, %.3g mW static",
        target,
        printed.areaCm2(),
        printed.gates(),
        printed.staticPowerMw());
  }

  /** What a check found, in one line. */
  static String verification(CheckResult check) {
    String who =
        String.join(" = ", check.witnesses())
            .replace("java", "Java simulation")
            .replace("verilator", "Verilator");
    if (check.passed()) {
      return String.format(
          Locale.ROOT, "%,d vectors, %,d cycles: %s", check.vectors(), check.cyclesCompared(), who);
    }
    return String.format(
        Locale.ROOT,
        "FAILED: %,d mismatches on %,d vectors; %s",
        check.mismatches(),
        check.vectors(),
        check
            .first()
            .map(first -> first.describe())
            .orElse("latency or initiation interval are not as predicted"));
  }

  private static String speed(EmitResult result) {
    int interval = result.signature().initiationInterval().getAsInt();
    return String.format(
        Locale.ROOT,
        "latency %s, a result every %s, an estimated %.0f MHz",
        SummaryLines.count(result.signature().latencyCycles(), "cycle"),
        interval == 1 ? "cycle" : SummaryLines.count(interval, "cycle"),
        clockMhz(result));
  }

  /** The clock that the target's estimate allows; else that of the delays alone. */
  private static double clockMhz(EmitResult result) {
    return result
        .estimate()
        .filter(FpgaEstimate.class::isInstance)
        .map(found -> ((FpgaEstimate) found).fmaxMhz())
        .orElse(result.metrics().clockMhz());
  }

  /** A delay in the unit that suits it. */
  private static String delay(double ns) {
    return ns < 1e6
        ? String.format(Locale.ROOT, "%.1f ns", ns)
        : String.format(Locale.ROOT, "%.0f ms", ns / 1e6);
  }

  private static String files(EmitResult result) {
    String top = result.signature().top();
    return result
        .folder()
        .map(folder -> folder + ": the top is rtl/" + top + ".v, a testbench tb/" + top + "_tb.v")
        .orElse("none: a dry run");
  }
}
