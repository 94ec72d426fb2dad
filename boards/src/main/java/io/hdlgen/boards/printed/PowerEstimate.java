package io.hdlgen.boards.printed;

import io.hdlgen.boards.printed.GateNetlist.Gate;

/**
 * The power that a circuit takes on average over rows of inputs, in milliwatts.
 *
 * @param staticMw of each gate in its states, weighted by how many rows it spends in each
 * @param dynamicMw of the changes from a row to the next: half the capacitance times the square of
 *     the supply for each net that changes, and what the changing cell takes inside
 */
public record PowerEstimate(double staticMw, double dynamicMw) {
  /** Inferences a second for which published printed classifiers are given: a clock of 200 ms. */
  public static final double INFERENCES_A_SECOND = 5;

  private static final double MW_A_NW = 1e-6;
  private static final double MW_A_PW = 1e-9;

  /** Of a circuit at 5 inferences a second. */
  public static PowerEstimate of(GateNetlist netlist, GateActivity activity, double supplyVolts) {
    double[] loads = netlist.loadsPf();
    double staticNw = 0;
    double energyPj = 0;
    for (int g = 0; g < netlist.gates().size(); g++) {
      Gate gate = netlist.gates().get(g);
      long[] states = activity.states(g);
      for (int state = 0; state < states.length; state++) {
        staticNw += gate.cell().staticNw().get(state) * states[state] / activity.rows();
      }
      energyPj += activity.toggles(gate.output()) * gate.cell().energyPj();
    }
    for (int net = 0; net < loads.length; net++) {
      energyPj += activity.toggles(net) * loads[net] * supplyVolts * supplyVolts / 2;
    }
    double changes = Math.max(1, activity.rows() - 1);
    return new PowerEstimate(
        staticNw * MW_A_NW, energyPj / changes * INFERENCES_A_SECOND * MW_A_PW);
  }
}
