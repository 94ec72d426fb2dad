package io.hdlgen.explore.front;

import io.hdlgen.boards.printed.PrintedCircuit;

/**
 * What a printed classifier takes.
 *
 * @param gates number of cells
 * @param areaCm2 of the classifier
 * @param staticPowerMw of the classifier, by the state of its gates
 * @param comparators of the converters in front of it
 * @param adcAreaCm2 of the converters; 0 if none are published for the technology
 * @param adcPowerMw of the converters
 * @param criticalPathMs longest path
 */
public record PrintedCost(
    int gates,
    double areaCm2,
    double staticPowerMw,
    int comparators,
    double adcAreaCm2,
    double adcPowerMw,
    double criticalPathMs) {
  /** Of a circuit of cells. */
  public static PrintedCost of(PrintedCircuit circuit) {
    return new PrintedCost(
        circuit.netlist().gates().size(),
        circuit.netlist().areaCm2(),
        circuit.power().staticMw(),
        (int) circuit.converters().comparators(),
        circuit.converterAreaCm2().orElse(0.0),
        circuit.converterPowerMw().orElse(0.0),
        circuit.path().ms());
  }

  /** Classifier and converters together, in square centimetres. */
  public double totalAreaCm2() {
    return areaCm2 + adcAreaCm2;
  }

  /** Classifier and converters together, in milliwatts. */
  public double totalPowerMw() {
    return staticPowerMw + adcPowerMw;
  }
}
