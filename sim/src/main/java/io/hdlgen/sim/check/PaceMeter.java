package io.hdlgen.sim.check;

import java.util.OptionalInt;

/** Measures latency and initiation interval from when beats are accepted and results appear. */
final class PaceMeter {
  private final long[] accepts;
  private final long[] results;
  private int accepted;
  private int taken;
  private long firstAccept = -1;
  private long lastAccept = -1;
  private int latency = -1;
  private int latencyFromLast = -1;

  /**
   * @param steady inferences that will be offered without a pause
   */
  PaceMeter(int steady) {
    accepts = new long[steady];
    results = new long[steady];
  }

  /**
   * A beat was accepted.
   *
   * @param first whether it is the first of its inference
   */
  void accepted(long cycle, boolean first, boolean withoutPause) {
    if (firstAccept < 0) {
      firstAccept = cycle;
    }
    if (latency < 0) {
      lastAccept = cycle;
    }
    if (first && withoutPause) {
      accepts[accepted++] = cycle;
    }
  }

  void resultValid(long cycle) {
    if (latency < 0 && firstAccept >= 0) {
      latency = (int) (cycle - firstAccept);
      latencyFromLast = (int) (cycle - lastAccept);
    }
  }

  void resultTaken(long cycle, boolean withoutPause) {
    if (withoutPause && taken < results.length) {
      results[taken++] = cycle;
    }
  }

  /** Cycles from the first accept to the first result. */
  OptionalInt latency() {
    return latency < 0 ? OptionalInt.empty() : OptionalInt.of(latency);
  }

  /** Cycles from the accept of the first inference's last beat to the first result. */
  OptionalInt latencyFromLastBeat() {
    return latencyFromLast < 0 ? OptionalInt.empty() : OptionalInt.of(latencyFromLast);
  }

  /**
   * Cycles between accepts of consecutive inferences, rounded up, in steady state. While queues
   * still fill, inferences go in faster than results come out; as queues end, the slower of the two
   * is the steady state of both.
   */
  OptionalInt interval() {
    if (accepted < accepts.length || taken < results.length) {
      return OptionalInt.empty();
    }
    return OptionalInt.of((int) Math.max(distance(accepts), distance(results)));
  }

  /** The mean distance in the second half, where the pipeline is full, rounded up. */
  private static long distance(long[] cycles) {
    int last = cycles.length - 1;
    int middle = last / 2;
    int count = last - middle;
    return (cycles[last] - cycles[middle] + count - 1) / count;
  }
}
