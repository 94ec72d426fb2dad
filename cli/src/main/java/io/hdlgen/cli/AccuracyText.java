package io.hdlgen.cli;

import io.hdlgen.flow.Accuracy;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import java.util.List;

/** How right a network is on one table, as lines for people. */
final class AccuracyText {
  private AccuracyText() {}

  static List<String> of(Accuracy accuracy) {
    ClassificationMetrics quantized = accuracy.quantized();
    boolean known = accuracy.floating().isPresent();
    AccuracyTable table = new AccuracyTable(known ? List.of("as float") : List.of());
    table.add(
        accuracy.source() + (accuracy.learnt() ? ", learnt from" : ""),
        quantized.right(),
        SummaryLines.percent(quantized.balancedAccuracy()),
        known ? List.of(SummaryLines.percent(accuracy.floating().getAsDouble())) : List.of());
    return table.lines();
  }
}
