package io.hdlgen.boards.printed;

import io.hdlgen.boards.printed.FrontEnd.Parts;
import java.util.Optional;
import java.util.Set;

/**
 * A mapped circuit and what it takes.
 *
 * @param mapping how it was mapped
 * @param netlist its cells
 * @param power of the circuit without converters
 * @param path its longest path
 * @param converters parts of the converters in front of it
 * @param frontEnd what those cost; empty where none are published
 */
public record PrintedCircuit(
    Mapping mapping,
    GateNetlist netlist,
    PowerEstimate power,
    CriticalPath path,
    Parts converters,
    Optional<FrontEnd> frontEnd) {

  /** What is to be small. */
  public enum Objective {
    AREA,
    POWER
  }

  /**
   * Measures a netlist.
   *
   * @param rows of inputs, {@code [row][port]}
   * @param thermometers names of the ports that take a bit a level; the others take binary codes
   */
  public static PrintedCircuit of(
      Mapping mapping,
      GateNetlist netlist,
      long[][] rows,
      PrintedTechnology technology,
      Set<String> thermometers) {
    return new PrintedCircuit(
        mapping,
        netlist,
        PowerEstimate.of(
            netlist, GateActivity.of(netlist, rows), technology.library().supplyVolts()),
        CriticalPath.of(netlist),
        FrontEndParts.of(netlist, thermometers),
        technology.frontEnd());
  }

  /**
   * The same gates of another technology, as of another supply.
   *
   * @param rows {@code [row][port]}
   * @throws IllegalArgumentException if it lacks one of the cells
   */
  public PrintedCircuit at(long[][] rows, PrintedTechnology technology) {
    GateNetlist other = netlist.of(technology.library());
    return new PrintedCircuit(
        mapping,
        other,
        PowerEstimate.of(other, GateActivity.of(other, rows), technology.library().supplyVolts()),
        CriticalPath.of(other),
        converters,
        technology.frontEnd());
  }

  /** The area of the converters in square centimetres. */
  public Optional<Double> converterAreaCm2() {
    return frontEnd.map(parts -> parts.areaCm2(converters));
  }

  /** The power of the converters in milliwatts. */
  public Optional<Double> converterPowerMw() {
    return frontEnd.map(parts -> parts.powerMw(converters));
  }

  /** The power of all that is counted, in milliwatts. */
  public double totalPowerMw() {
    return power.staticMw() + power.dynamicMw() + converterPowerMw().orElse(0.0);
  }

  /** What is to be small, as a number. */
  public double cost(Objective objective) {
    return switch (objective) {
      case AREA -> netlist.areaCm2() + converterAreaCm2().orElse(0.0);
      case POWER -> totalPowerMw();
    };
  }
}
