package io.hdlgen.flow.serial;

import java.time.Duration;

/**
 * How long to wait for an answer, learnt from those that came: their mean and four times their mean
 * deviation (V. Jacobson, "Congestion Avoidance and Control", SIGCOMM 1988, appendix A), twice as
 * long after each silence.
 */
final class AnswerTimer {
  private static final long SHORTEST_NANOS = 30_000_000;

  private final long longest;
  private double mean;
  private double deviation;
  private double factor = 1;
  private boolean known;

  /**
   * @param longest the wait while nothing is known, and at most
   */
  AnswerTimer(Duration longest) {
    this.longest = longest.toNanos();
  }

  /** An answer came so long after its request. */
  void answered(long nanos) {
    if (known) {
      double error = nanos - mean;
      mean += error / 8;
      deviation += (Math.abs(error) - deviation) / 4;
    } else {
      mean = nanos;
      deviation = nanos / 2.0;
      known = true;
    }
    factor = 1;
  }

  /** Nothing came in time. */
  void silent() {
    factor *= 2;
  }

  /** How long to wait now. */
  long nanos() {
    if (!known) {
      return longest;
    }
    double wait = factor * Math.max(SHORTEST_NANOS, mean + 4 * deviation);
    return (long) Math.min(longest, wait);
  }
}
