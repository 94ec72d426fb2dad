package io.hdlgen.cli;

import io.hdlgen.flow.SplitQuality;
import io.hdlgen.flow.TrainResult;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.metrics.Proportion;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** What a person wants to know of a network that has just been trained. */
final class TrainSummary {
  private final TrainResult result;
  private final AccuracyTable table;

  private TrainSummary(TrainResult result) {
    this.result = result;
    this.table =
        new AccuracyTable(
            result.network().isPresent() ? List.of("as float", "balanced") : List.of());
  }

  static void print(TrainResult result, PrintWriter out) {
    SummaryLines lines = new SummaryLines(out);
    lines.line("data", SummaryLines.count(result.rows(), "row") + " of " + result.source());
    lines.line("network", SummaryLines.network(result.floating(), result.classes().size()));
    result.network().ifPresent(network -> lines.line("bits", BitWidths.of(network).describe()));
    new TrainSummary(result).accuracies().forEach(out::println);
    lines.line(
        "baseline",
        "%s by always guessing the most frequent class",
        SummaryLines.percent(
            result.quality().test().orElse(result.quality().training()).majorityBaseline()));
    lines.line("time", "%.1f s; the network of epoch %d", result.seconds(), result.bestEpoch());
    lines.line("file", result.file().toString());
  }

  private List<String> accuracies() {
    SplitQuality quality = result.quality();
    SplitQuality floating = result.floatQuality();
    row("training", Optional.of(quality.training()), Optional.of(floating.training()));
    row("validation", quality.validation(), floating.validation());
    row("test", quality.test(), floating.test());
    // Nothing new to tell where all test rows are new.
    int tested = quality.test().map(ClassificationMetrics::rows).orElse(0);
    quality
        .unseen()
        .filter(right -> right.total() > 0 && right.total() < tested)
        .ifPresent(right -> row("test, unseen", right, "", floating.unseen().orElseThrow(), ""));
    return table.lines();
  }

  private void row(
      String part,
      Optional<ClassificationMetrics> quality,
      Optional<ClassificationMetrics> floating) {
    if (quality.isEmpty()) {
      return;
    }
    row(
        part,
        quality.get().right(),
        SummaryLines.percent(quality.get().balancedAccuracy()),
        floating.orElseThrow().right(),
        SummaryLines.percent(floating.orElseThrow().balancedAccuracy()));
  }

  private void row(
      String part, Proportion right, String balanced, Proportion floating, String floatBalanced) {
    boolean quantized = result.network().isPresent();
    table.add(
        part,
        right,
        balanced,
        quantized ? List.of(SummaryLines.percent(floating.value()), floatBalanced) : List.of());
  }
}
