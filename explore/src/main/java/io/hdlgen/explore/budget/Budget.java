package io.hdlgen.explore.budget;

import io.hdlgen.boards.Target;
import io.hdlgen.boards.printed.PrintedCircuit;
import io.hdlgen.boards.printed.PrintedTechnology;
import java.util.List;

/**
 * The budgets of a classifier at several supplies.
 *
 * @param supplies one a target
 * @param notes what is counted and what is not, in sentences
 */
public record Budget(List<SupplyBudget> supplies, List<String> notes) {
  private static final List<String> NOTES =
      List.of(
          "Comparators take what was published of them at 1.0 V, whatever the supply of the"
              + " classifier.",
          "The converters' resistor ladder and reference voltage, the sensors, and what makes the"
              + " supply of the battery's voltage are not counted.",
          "A circuit is in time if its longest path, 30 % slower than computed, is within the"
              + " period; what comparators need to settle is not published and not counted.",
          "The power that a battery gives is published, its capacity is not: its life is given"
              + " for each milliwatt-hour, at full use of it, for a supply that is switched off"
              + " between inferences.");

  public Budget {
    supplies = List.copyOf(supplies);
    notes = List.copyOf(notes);
  }

  /**
   * Of the same gates at each target's supply.
   *
   * @param circuit mapped for one of the targets
   * @param rows {@code [row][port]}: inputs over which power is averaged
   * @param targets printed ones, with cells of the same names
   * @throws IllegalArgumentException if a target has not all cells of the circuit
   */
  public static Budget of(PrintedCircuit circuit, long[][] rows, List<Target> targets) {
    return new Budget(
        targets.stream().map(target -> supply(circuit, rows, target)).toList(), NOTES);
  }

  private static SupplyBudget supply(PrintedCircuit circuit, long[][] rows, Target target) {
    PrintedTechnology technology = target.printed().orElseThrow();
    return SupplyBudget.of(
        target.name(), technology.library().supplyVolts(), circuit.at(rows, technology));
  }
}
