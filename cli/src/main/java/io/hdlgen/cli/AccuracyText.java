package io.hdlgen.cli;

import io.hdlgen.flow.Accuracy;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;

/** How right a network is, in a line for people. */
final class AccuracyText {
  private AccuracyText() {}

  static String of(Accuracy accuracy) {
    ClassificationMetrics quantized = accuracy.quantized();
    String before =
        accuracy.floating().isPresent()
            ? SummaryLines.percent(accuracy.floating().getAsDouble()) + " as float, "
            : "";
    return before
        + SummaryLines.percent(quantized.accuracy())
        + " quantized (balanced "
        + SummaryLines.percent(quantized.balancedAccuracy())
        + "), "
        + SummaryLines.count(quantized.rows(), "row")
        + " of "
        + accuracy.source()
        + (accuracy.learnt() ? ", the rows it was made by" : "");
  }
}
