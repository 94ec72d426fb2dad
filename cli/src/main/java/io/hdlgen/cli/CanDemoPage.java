package io.hdlgen.cli;

import io.hdlgen.canids.demo.Demo;
import io.hdlgen.canids.demo.DemoResult;
import io.hdlgen.canids.design.DetectorEmitResult;
import io.hdlgen.canids.traffic.GenerateResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;

/** The results of {@code can demo} on one page of text. */
final class CanDemoPage {
  private final DemoResult result;
  private final PrintWriter out;
  private final SummaryLines lines;

  private CanDemoPage(DemoResult result, PrintWriter out) {
    this.result = result;
    this.out = out;
    this.lines = new SummaryLines(out);
  }

  static String of(DemoResult result) {
    StringWriter text = new StringWriter();
    try (PrintWriter out = new PrintWriter(text)) {
      new CanDemoPage(result, out).print();
    }
    return text.toString();
  }

  private void print() {
    out.println(Demo.PAGE_TITLE);
    out.println();
    out.println(
        "SYNTHETIC: the traffic is generated, not recorded, and so are its attacks. What is");
    out.println("measured on it is no statement on any vehicle.");
    title("Traffic");
    traffic("learnt", result.train());
    traffic("measured", result.test());
    title("Detector");
    CanTrainSummary.print(result.trained(), result.folder().resolve("detector"), out);
    title("Measured on the other log, beside baselines");
    CanEvaluationSummary.print(result.measured(), out);
    title("Hardware");
    hardware(result.emitted());
    title("Verified in Verilator, from bits on the wire");
    lines.line("random", CanVerifyCommand.text(result.emitted().compared().orElseThrow()));
    lines.line("measured", CanVerifyCommand.text(result.verified().compared()));
    result.verified().compared().wire().ifPresent(wire -> CanVerifyCommand.print(out, wire));
    out.println();
    lines.line("time", "%.0f s", result.seconds());
    lines.line("next", "hdlgen can detect %s/detector LOG", result.folder());
    lines.line("", "hdlgen can verify %s/design --wire --frames 20000", result.folder());
  }

  private void title(String text) {
    out.println();
    out.println(text);
    out.println("-".repeat(text.length()));
  }

  private void traffic(String what, GenerateResult log) {
    lines.line(
        what,
        "%s: %.0f s, %,d frames, seed %d, bus load %s",
        log.file().getFileName(),
        log.seconds(),
        log.totalFrames(),
        log.seed(),
        SummaryLines.percent(log.busLoad()));
  }

  private void hardware(DetectorEmitResult emitted) {
    int clocksPerBit = emitted.options().clocksPerBit();
    double microseconds = (double) emitted.latencyCycles() / Demo.CLOCK.clockMhz();
    lines.line(
        "clock",
        "%d MHz, the oscillator of %s; bus of %,d bit/s",
        Demo.CLOCK.clockMhz(),
        Demo.TARGET,
        Demo.CLOCK.bitRate());
    emitted
        .core()
        .estimate()
        .ifPresent(found -> lines.line("core", EmitSummary.estimate(Demo.TARGET, found)));
    lines.line(
        "verdict",
        "%s: %s, %s after the last data bit; %s",
        SummaryLines.count(emitted.latencyCycles(), "cycle"),
        String.format(Locale.ROOT, "%.2f us", microseconds),
        String.format(Locale.ROOT, "%.1f bits", (double) emitted.latencyCycles() / clocksPerBit),
        emitted.beforeEndOfFrame()
            ? "before the end-of-frame field"
            : "not before the end-of-frame field");
    lines.line(
        "verilog",
        "%s/rtl/%s.v is the top",
        result.emitted().folder().orElseThrow(),
        emitted.options().top());
  }
}
