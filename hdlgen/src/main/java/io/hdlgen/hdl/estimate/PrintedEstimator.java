package io.hdlgen.hdl.estimate;

import io.hdlgen.hdl.netlist.Netlist;

/**
 * Estimates for printed cells, from the gates of the logic after hashing.
 *
 * @param andMm2 area for a two-input gate
 * @param xorMm2 area for an exclusive or
 * @param flipFlopMm2 area of a flip-flop
 * @param cellsPerMm2 of area
 * @param staticMwPerCm2 static power for area
 */
public record PrintedEstimator(
    double andMm2, double xorMm2, double flipFlopMm2, double cellsPerMm2, double staticMwPerCm2)
    implements Estimator {
  private static final double MM2_PER_CM2 = 100;

  @Override
  public PrintedEstimate estimate(Netlist netlist) {
    return estimate(counts(netlist));
  }

  /** What so many gates take. */
  public PrintedEstimate estimate(GateCount gates) {
    double logicMm2 = andMm2 * gates.ands() + xorMm2 * gates.xors();
    double areaCm2 = (logicMm2 + flipFlopMm2 * gates.flipFlops()) / MM2_PER_CM2;
    return new PrintedEstimate(
        areaCm2, Math.round(cellsPerMm2 * logicMm2) + gates.flipFlops(), staticMwPerCm2 * areaCm2);
  }

  /** What the coefficients are multiplied with. */
  public static GateCount counts(Netlist netlist) {
    return GateCount.of(Elaboration.of(netlist, Fabric.GATES));
  }
}
