package io.hdlgen.sim.check;

import io.hdlgen.hdl.signature.Signature;

/**
 * How many inferences each part of the stimulus of a stream has. Designs that take long for an
 * inference get fewer beyond the vectors.
 *
 * @param steady inferences without a pause: twice as many as the pipeline holds, and some
 * @param steadyEnd inferences before the pauses begin
 * @param end inferences before those with a wrong {@code tlast}
 * @param patience cycles in which the design may do something until it counts as stuck
 */
record StreamBudget(int steady, int steadyEnd, int end, long patience) {
  private static final int MOST_EXTRA = 16;
  private static final int FEWEST_EXTRA = 8;
  private static final int MOST_RANDOM = 64;
  private static final int FEWEST_RANDOM = 8;
  private static final int CYCLES = 64_000;

  static StreamBudget of(Signature signature, int vectors) {
    int latency = signature.latencyCycles();
    int interval = signature.initiationInterval().orElse(1);
    int pipeline = (latency + interval - 1) / interval;
    int affordable = CYCLES / interval;
    int extra = Math.max(FEWEST_EXTRA, Math.min(MOST_EXTRA, affordable));
    int random = Math.max(FEWEST_RANDOM, Math.min(MOST_RANDOM, affordable));
    int steady = 2 * pipeline + extra;
    int steadyEnd = 1 + steady;
    return new StreamBudget(
        steady,
        steadyEnd,
        Math.max(vectors, steadyEnd + random),
        1000 + 16L * ((long) latency + interval));
  }

  /** Inferences before the reset in the middle of the pauses. */
  int middle() {
    return (steadyEnd + end) / 2;
  }
}
