package io.hdlgen.flow;

import io.hdlgen.boards.Target;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.Locale;

/** What a user says of the architecture. */
public enum ArchitectureChoice {
  /** Unrolled where that fits, else folded. */
  AUTO,
  COMBINATIONAL,
  UNROLLED,
  FOLDED;

  /** What a target usually gets: what fits into a board, logic alone where all is printed. */
  public static ArchitectureChoice usual(Target target) {
    if (target.printed().isPresent()) {
      return COMBINATIONAL;
    }
    return target.fpga().isPresent() ? AUTO : UNROLLED;
  }

  /** The same, or the only one that the target takes where it is left to us. */
  public ArchitectureChoice on(Target target) {
    return this == AUTO && target.printed().isPresent() ? COMBINATIONAL : this;
  }

  /** Whether something is left to be chosen. */
  boolean isChosen() {
    return this == AUTO || this == FOLDED;
  }

  /**
   * Checks that a target takes the architecture: printed circuits are combinational.
   *
   * @throws InvalidInputException if it does not
   */
  void check(Target target) {
    if (target.printed().isPresent() && this != COMBINATIONAL) {
      throw new InvalidInputException(
          "--target " + target.name(),
          "--arch " + name().toLowerCase(Locale.ROOT) + " beside it",
          "--arch combinational, or none: printed circuits have no registers");
    }
  }
}
