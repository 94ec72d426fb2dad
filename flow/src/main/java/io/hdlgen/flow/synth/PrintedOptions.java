package io.hdlgen.flow.synth;

import io.hdlgen.boards.printed.PrintedCircuit.Objective;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What may be said of a printed circuit.
 *
 * @param liberty a library of cells in the place of the target's
 * @param objective what is to be small
 * @param rows inputs to average the power over; empty: random ones, as emit takes
 */
public record PrintedOptions(
    Optional<Path> liberty, Objective objective, Optional<InputRows> rows) {
  /** Whether somebody has asked for something that only printed circuits have. */
  boolean isChosen() {
    return liberty.isPresent() || objective != Objective.AREA;
  }

  /** The target's cells, and a small area. */
  public static final PrintedOptions USUAL =
      new PrintedOptions(Optional.empty(), Objective.AREA, Optional.empty());
}
