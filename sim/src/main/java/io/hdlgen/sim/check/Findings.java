package io.hdlgen.sim.check;

import java.util.Optional;

/** Differences between the reference, or the rules of an interface, and the simulation. */
final class Findings {
  private long mismatches;
  private Mismatch first;

  void report(long cycle, String port, String expected, String found, int vector) {
    mismatches++;
    if (first == null) {
      first = new Mismatch(DesignCheck.REFERENCE_JAVA, cycle, port, expected, found, vector);
    }
  }

  long mismatches() {
    return mismatches;
  }

  /** The first of them in time. */
  Optional<Mismatch> first() {
    return Optional.ofNullable(first);
  }
}
