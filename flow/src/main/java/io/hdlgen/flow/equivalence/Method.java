package io.hdlgen.flow.equivalence;

/** What is known of a block, the best last. */
public enum Method {
  /** It does something else. */
  DIFFERENT,
  /** Simulation found no difference; time ran out for more. */
  TESTED,
  /** Every case of its inputs was computed. */
  EXHAUSTED,
  /** There is no case in which it differs, says a SAT solver or the equality of the graphs. */
  PROVEN;

  /** The weaker of two, as what can be said of both together. */
  Method and(Method other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
