package io.hdlgen.cli;

import io.hdlgen.flow.Accuracy;
import io.hdlgen.flow.EmitResult;
import io.hdlgen.hdl.metrics.ModuleMetrics;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.sim.check.CheckResult;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a person wants to know of a fresh design. */
final class EmitSummary {
  private EmitSummary() {}

  static void print(EmitResult result, PrintWriter out) {
    line(out, "network", network(result.network()));
    line(out, "bits", BitWidths.of(result.network()).describe());
    result.accuracy().ifPresent(accuracy -> line(out, "accuracy", accuracy(accuracy)));
    ModuleMetrics total = result.metrics().total();
    line(
        out,
        "hardware",
        "%,d adders (%,d bits), %,d flip-flops, about %,d LUTs",
        total.adders(),
        total.adderBits(),
        total.registerBits(),
        total.estimatedLuts());
    if (result.signature().initiationInterval().isPresent()) {
      line(out, "speed", speed(result));
    } else {
      line(
          out,
          "speed",
          "no clock; an estimated %.1f ns from inputs to outputs",
          result.metrics().worstNs());
    }
    result.verification().ifPresent(check -> line(out, "verified", verification(check)));
    line(out, "files", files(result));
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

  private static String network(IntegerNetwork network) {
    String neurons =
        network.layers().stream()
            .map(layer -> Integer.toString(layer.outputs()))
            .collect(Collectors.joining("-"));
    return network.name()
        + ": "
        + count(network.inputs().size(), "feature")
        + ", "
        + neurons
        + " neurons, "
        + (network.classes() > 0 ? count(network.classes(), "class") : "no classes");
  }

  private static String count(int number, String what) {
    String plural = what.endsWith("s") ? what + "es" : what + "s";
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? what : plural);
  }

  private static String speed(EmitResult result) {
    int interval = result.signature().initiationInterval().getAsInt();
    return String.format(
        Locale.ROOT,
        "latency %s, a result every %s, an estimated %.0f MHz",
        count(result.signature().latencyCycles(), "cycle"),
        interval == 1 ? "cycle" : interval + " cycles",
        result.metrics().clockMhz());
  }

  private static String files(EmitResult result) {
    String top = result.signature().top();
    return result
        .folder()
        .map(folder -> folder + ": the top is rtl/" + top + ".v, a testbench tb/" + top + "_tb.v")
        .orElse("none: a dry run");
  }

  private static String accuracy(Accuracy accuracy) {
    ClassificationMetrics quantized = accuracy.quantized();
    String before =
        accuracy.floating().isPresent()
            ? percent(accuracy.floating().getAsDouble()) + " as float, "
            : "";
    return before
        + percent(quantized.accuracy())
        + " quantized (balanced "
        + percent(quantized.balancedAccuracy())
        + "), "
        + count(quantized.rows(), "row")
        + " of "
        + accuracy.source();
  }

  private static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * fraction);
  }

  private static void line(PrintWriter out, String what, String format, Object... values) {
    String text = values.length == 0 ? format : String.format(Locale.ROOT, format, values);
    out.printf(Locale.ROOT, "%-10s%s%n", what, text);
  }
}
