package io.hdlgen.explore.recommended;

import io.hdlgen.explore.protocol.UntestedClasses;
import io.hdlgen.explore.report.ReportSection;
import io.hdlgen.explore.report.block.Confusion;
import io.hdlgen.explore.report.block.Lines;
import io.hdlgen.explore.report.markup.NumberText;
import io.hdlgen.quantizer.metrics.BalancedAccuracy;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.metrics.ConfidenceInterval;
import io.hdlgen.quantizer.metrics.Proportion;
import java.util.ArrayList;
import java.util.List;

/** Which classes are taken for which, and how well rows are told that are new altogether. */
final class ConfusionSection {
  private final Evidence evidence;

  ConfusionSection(Evidence evidence) {
    this.evidence = evidence;
  }

  ReportSection section() {
    ClassificationMetrics metrics = evidence.metrics();
    List<String> lines = new ArrayList<>();
    lines.add("Accuracy " + interval(metrics.right()) + ".");
    lines.add(
        "Balanced accuracy %s over the %d classes that occur, %s over the %d of %d rows or more."
            .formatted(
                interval(metrics.balanced()),
                metrics.balanced().classes(),
                interval(metrics.balancedOfFrequent()),
                metrics.balancedOfFrequent().classes(),
                ClassificationMetrics.FREQUENT));
    UntestedClasses.note(evidence.training(), evidence.test().samples())
        .ifPresent(note -> lines.add(note + "."));
    lines.add(unseen());
    return new ReportSection(
        "Test rows",
        List.of(
            new Confusion(evidence.point().id() + ": " + evidence.rows(), metrics),
            new Lines(lines)));
  }

  private String unseen() {
    Proportion unseen = evidence.test().measure(evidence.network()).unseen().orElseThrow();
    int rows = evidence.test().samples().rows();
    if (unseen.total() == rows) {
      return "No test row has the features of a training row.";
    }
    String share =
        "%s of %s test rows have features that no training row has"
            .formatted(NumberText.count(unseen.total()), NumberText.count(rows));
    return unseen.total() == 0
        ? share + ": accuracy says how well rows are remembered, and nothing of new ones."
        : share + ": accuracy " + interval(unseen) + " on these.";
  }

  private static String interval(BalancedAccuracy balanced) {
    return "%s (95 %%: %s to %s)"
        .formatted(
            NumberText.fraction(balanced.value()),
            NumberText.fraction(balanced.interval().low()),
            NumberText.fraction(balanced.interval().high()));
  }

  private static String interval(Proportion right) {
    ConfidenceInterval interval = right.interval();
    return "%s (%s of %s; 95 %%: %s to %s)"
        .formatted(
            NumberText.fraction(right.value()),
            NumberText.count(right.count()),
            NumberText.count(right.total()),
            NumberText.fraction(interval.low()),
            NumberText.fraction(interval.high()));
  }
}
