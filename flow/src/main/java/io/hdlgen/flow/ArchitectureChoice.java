package io.hdlgen.flow;

/** What a user says of the architecture. */
public enum ArchitectureChoice {
  /** Unrolled where that fits, else folded. */
  AUTO,
  COMBINATIONAL,
  UNROLLED,
  FOLDED;

  /** Whether something is left to be chosen. */
  boolean isChosen() {
    return this == AUTO || this == FOLDED;
  }
}
