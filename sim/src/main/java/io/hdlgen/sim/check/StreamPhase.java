package io.hdlgen.sim.check;

/** What the stimulus of a stream is doing. */
enum StreamPhase {
  RESET,
  /** One inference alone. */
  LATENCY,
  /** Inferences without a pause. */
  STEADY,
  /** Pauses at random on both sides. */
  RANDOM,
  RESET_AGAIN,
  RANDOM_AGAIN,
  /** A last beat without {@code tlast}. */
  MISSING_LAST,
  RESET_MISSING,
  /** {@code tlast} with a beat before the last one. */
  EARLY_LAST,
  RESET_EARLY,
  END;

  boolean resets() {
    return this == RESET || this == RESET_AGAIN || this == RESET_MISSING || this == RESET_EARLY;
  }

  boolean stalls() {
    return this == RANDOM || this == RANDOM_AGAIN;
  }
}
