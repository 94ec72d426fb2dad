package io.hdlgen.explore.budget;

import io.hdlgen.boards.printed.PowerSource;
import io.hdlgen.boards.printed.PowerSource.Battery;
import io.hdlgen.boards.printed.PrintedCircuit;
import java.util.List;
import java.util.Optional;

/**
 * The budget of a classifier with its converters at one supply of the classifier.
 *
 * @param target of these cells
 * @param supplyVolts of the classifier
 * @param areaCm2 of the classifier
 * @param converterAreaCm2 empty if no converters are published for the technology
 * @param classifierMw static power, and dynamic power at 5 inferences a second
 * @param converterMw likewise empty; whatever the supply, comparators take what is published of
 *     them at 1.0 V
 * @param period whether the circuit is in time at this supply
 */
public record SupplyBudget(
    String target,
    double supplyVolts,
    double areaCm2,
    Optional<Double> converterAreaCm2,
    double classifierMw,
    Optional<Double> converterMw,
    PeriodCheck period) {

  /** Whether a battery can feed something. */
  public enum Feeds {
    YES,
    NO,
    /** The circuit alone would not be too much, and what its converters take is not known. */
    UNKNOWN
  }

  /** A battery, and whether it can feed classifier and converters. */
  public record Verdict(Battery battery, Feeds feeds) {}

  /**
   * Of a circuit of the target's cells.
   *
   * @param supplyVolts that its figures are for
   */
  public static SupplyBudget of(String target, double supplyVolts, PrintedCircuit circuit) {
    return new SupplyBudget(
        target,
        supplyVolts,
        circuit.netlist().areaCm2(),
        circuit.converterAreaCm2(),
        circuit.power().staticMw() + circuit.power().dynamicMw(),
        circuit.converterPowerMw(),
        PeriodCheck.of(circuit.path()));
  }

  /** Classifier and converters, as far as they are known, in milliwatts. */
  public double totalMw() {
    return classifierMw + converterMw.orElse(0.0);
  }

  /** The printed batteries, strongest first. */
  public List<Verdict> batteries() {
    return PowerSource.BATTERIES.stream()
        .map(battery -> new Verdict(battery, feeds(battery)))
        .toList();
  }

  private Feeds feeds(Battery battery) {
    if (!battery.feeds(totalMw())) {
      return Feeds.NO;
    }
    return converterMw.isPresent() ? Feeds.YES : Feeds.UNKNOWN;
  }

  /** What an inference takes in microjoules if everything is on for the whole period. */
  public double energyUj() {
    return totalMw() * period.periodMs();
  }

  /** What it takes if everything is on only until the slowest circuit has settled. */
  public double leastEnergyUj() {
    return totalMw() * period.slowMs();
  }

  /**
   * How long a battery lasts, in hours.
   *
   * @param energyMwh what the battery gives, at the voltage of the circuit
   * @param duty share of the time in which everything is on, above 0 and at most 1; else nothing
   *     takes any power
   */
  public double lifeHours(double energyMwh, double duty) {
    if (!(duty > 0 && duty <= 1) || !(energyMwh >= 0)) {
      throw new IllegalArgumentException("duty " + duty + ", " + energyMwh + " mWh");
    }
    return energyMwh / (totalMw() * duty);
  }
}
