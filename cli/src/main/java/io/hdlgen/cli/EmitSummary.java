package io.hdlgen.cli;

import io.hdlgen.flow.Accuracy;
import io.hdlgen.flow.EmitResult;
import io.hdlgen.hdl.metrics.ModuleMetrics;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.sim.check.CheckResult;
import java.io.PrintWriter;
import java.util.Locale;

/** What a person wants to know of a fresh design. */
final class EmitSummary {
  private EmitSummary() {}

  static void print(EmitResult result, PrintWriter out) {
    line(out, "network", layers(result.network()));
    line(out, "bits", bits(result.network()));
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
      line(
          out,
          "speed",
          "latency %d cycles, a result every %d; estimated up to %.0f MHz",
          result.signature().latencyCycles(),
          result.signature().initiationInterval().getAsInt(),
          result.metrics().clockMhz());
    } else {
      line(out, "speed", "no clock; estimated %.1f ns", result.metrics().worstNs());
    }
    result.verification().ifPresent(check -> line(out, "verified", verification(check)));
    line(out, "files", result.folder().map(Object::toString).orElse("none: a dry run"));
  }

  /** What a check found, in one line. */
  static String verification(CheckResult check) {
    String who = String.join(" = ", check.witnesses());
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

  private static String layers(IntegerNetwork network) {
    StringBuilder text = new StringBuilder().append(network.inputs().size());
    network.layers().forEach(layer -> text.append('-').append(layer.outputs()));
    return network.name() + ", layers " + text;
  }

  private static String bits(IntegerNetwork network) {
    int inputs = network.inputs().stream().mapToInt(InputFeature::bits).max().orElse(0);
    StringBuilder weights = new StringBuilder();
    for (DenseLayer layer : network.layers()) {
      weights.append(weights.length() == 0 ? "" : ", ").append(weightBits(layer));
    }
    return "inputs " + inputs + ", weights by layer " + weights;
  }

  /** Bits of the widest weight, in two's complement. */
  private static int weightBits(DenseLayer layer) {
    long min = 0;
    long max = 0;
    for (int n = 0; n < layer.outputs(); n++) {
      for (int i = 0; i < layer.inputs(); i++) {
        min = Math.min(min, layer.weights().get(n, i));
        max = Math.max(max, layer.weights().get(n, i));
      }
    }
    return 65 - Long.numberOfLeadingZeros(Math.max(max, -1 - min));
  }

  private static String accuracy(Accuracy accuracy) {
    String quantized = percent(accuracy.quantized().accuracy());
    String before =
        accuracy.floating().isPresent()
            ? percent(accuracy.floating().getAsDouble()) + " float, " + quantized + " quantized"
            : quantized;
    return before
        + " (balanced "
        + percent(accuracy.quantized().balancedAccuracy())
        + ") on "
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
