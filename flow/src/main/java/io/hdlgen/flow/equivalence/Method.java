package io.hdlgen.flow.equivalence;

/** What is known of a block, the best last. */
public enum Method {
  /** It does something else. */
  DIFFERENT,
  /**
   * Not proven: time ran out, or it reads a register that has no counterpart. No difference was
   * seen in the bits that read none; the others are compared only where the whole netlist is
   * simulated.
   */
  TESTED,
  /** Every case of the inputs was computed, for each of its bits. */
  EXHAUSTED,
  /**
   * There is no case in which it differs, say a SAT solver, the equality of the graphs, or for some
   * of its bits all cases of their inputs.
   */
  PROVEN;

  /** The weaker of two, as what can be said of both together. */
  Method and(Method other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
