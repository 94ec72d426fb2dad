package io.hdlgen.sim.check;

import java.util.OptionalInt;

/** Measures latency and initiation interval from when beats are accepted and results appear. */
final class PaceMeter {
  private final long[] steadyAccepts;
  private int steady;
  private long firstAccept = -1;
  private int latency = -1;

  /**
   * @param steadyBeats beats that will be offered without a pause
   */
  PaceMeter(int steadyBeats) {
    steadyAccepts = new long[steadyBeats];
  }

  void accepted(long cycle, boolean withoutPause) {
    if (firstAccept < 0) {
      firstAccept = cycle;
    }
    if (withoutPause) {
      steadyAccepts[steady++] = cycle;
    }
  }

  void resultValid(long cycle) {
    if (latency < 0 && firstAccept >= 0) {
      latency = (int) (cycle - firstAccept);
    }
  }

  /** Cycles from the first accept to the first result. */
  OptionalInt latency() {
    return latency < 0 ? OptionalInt.empty() : OptionalInt.of(latency);
  }

  /** Cycles between accepts, rounded up, in the second half, where the pipeline is full. */
  OptionalInt interval() {
    if (steady < steadyAccepts.length) {
      return OptionalInt.empty();
    }
    int last = steady - 1;
    int middle = last / 2;
    long edges = steadyAccepts[last] - steadyAccepts[middle];
    int beats = last - middle;
    return OptionalInt.of((int) ((edges + beats - 1) / beats));
  }
}
