package io.hdlgen.explore.outcome;

import io.hdlgen.explore.front.BalancedInterval;
import io.hdlgen.explore.front.Quality;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.metrics.ConfidenceInterval;
import io.hdlgen.quantizer.metrics.Proportion;
import java.util.Optional;

/** Figures of rows in the form in which fronts hold them. */
public final class Qualities {
  private Qualities() {}

  /** Of rows that were measured. */
  public static Quality of(ClassificationMetrics metrics) {
    ConfidenceInterval interval = metrics.right().interval();
    return new Quality(
        metrics.rows(),
        metrics.accuracy(),
        interval.low(),
        interval.high(),
        metrics.balancedAccuracy(),
        Optional.of(
            new BalancedInterval(
                metrics.balanced().interval().low(),
                metrics.balanced().interval().high(),
                metrics.balancedOfFrequent().classes(),
                metrics.balancedOfFrequent().value(),
                metrics.balancedOfFrequent().interval().low(),
                metrics.balancedOfFrequent().interval().high())));
  }

  /** Of cross-validation: the interval is that of as many rows, whatever the repetitions. */
  public static Quality of(int rows, double accuracy, double balancedAccuracy) {
    ConfidenceInterval interval =
        new Proportion((int) Math.round(accuracy * rows), rows).interval();
    return new Quality(
        rows,
        accuracy,
        Math.min(interval.low(), accuracy),
        Math.max(interval.high(), accuracy),
        balancedAccuracy);
  }
}
