package io.hdlgen.explore.budget;

import io.hdlgen.boards.printed.CriticalPath;
import io.hdlgen.boards.printed.PowerEstimate;

/**
 * Whether a circuit has settled when its answer is taken.
 *
 * @param periodMs from one inference to the next
 * @param pathMs the circuit's longest path
 * @param slowMs the same of the slowest circuit that may be printed
 */
public record PeriodCheck(double periodMs, double pathMs, double slowMs) {
  private static final double MS_A_SECOND = 1000;

  /** The clock of published printed classifiers: 200 ms. */
  public static final double PERIOD_MS = MS_A_SECOND / PowerEstimate.INFERENCES_A_SECOND;

  /** Against the usual period. */
  static PeriodCheck of(CriticalPath path) {
    return new PeriodCheck(PERIOD_MS, path.ms(), path.highMs());
  }

  /** Whether even the slowest circuit is in time. */
  public boolean fits() {
    return slowMs <= periodMs;
  }

  /** What the slowest circuit can do; infinite without gates. */
  public double mostInferencesASecond() {
    return MS_A_SECOND / slowMs;
  }
}
