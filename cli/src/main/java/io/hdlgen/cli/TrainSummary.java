package io.hdlgen.cli;

import io.hdlgen.flow.TrainResult;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import java.io.PrintWriter;
import java.util.Optional;

/** What a person wants to know of a network that has just been trained. */
final class TrainSummary {
  private TrainSummary() {}

  static void print(TrainResult result, PrintWriter out) {
    SummaryLines lines = new SummaryLines(out);
    int classes = result.classes().size();
    lines.line(
        "data",
        SummaryLines.count(result.rows(), "row")
            + " of "
            + result.source()
            + "; always guessing the most frequent class gives "
            + SummaryLines.percent(result.quality().training().majorityBaseline()));
    lines.line("network", SummaryLines.network(result.floating(), classes));
    result.network().ifPresent(network -> lines.line("bits", BitWidths.of(network).describe()));
    boolean quantized = result.network().isPresent();
    line(
        lines,
        "training",
        Optional.of(result.quality().training()),
        Optional.of(result.floatQuality().training()).filter(any -> quantized));
    line(
        lines,
        "validated",
        result.quality().validation(),
        result.floatQuality().validation().filter(any -> quantized));
    line(
        lines,
        "test",
        result.quality().test(),
        result.floatQuality().test().filter(any -> quantized));
    lines.line("time", "%.1f s; the best epoch was the %s", result.seconds(), ordinal(result));
    lines.line("file", result.file().toString());
  }

  private static String ordinal(TrainResult result) {
    return result.bestEpoch() + ".";
  }

  private static void line(
      SummaryLines lines,
      String what,
      Optional<ClassificationMetrics> quality,
      Optional<ClassificationMetrics> floating) {
    quality.ifPresent(
        metrics ->
            lines.line(
                what,
                floating
                        .map(real -> SummaryLines.percent(real.accuracy()) + " as float, ")
                        .orElse("")
                    + SummaryLines.percent(metrics.accuracy())
                    + (floating.isPresent() ? " quantized" : "")
                    + " (balanced "
                    + SummaryLines.percent(metrics.balancedAccuracy())
                    + "), "
                    + SummaryLines.count(metrics.rows(), "row")));
  }
}
