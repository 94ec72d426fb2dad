package io.hdlgen.boards.printed;

import io.hdlgen.boards.printed.GateNetlist.Gate;

/**
 * The longest time from an input to an output, in milliseconds, over gates whose delay grows with
 * the load. Rising and falling edges are told apart; which inputs can change together is not asked,
 * so the longest path may be one that no row takes.
 *
 * @param ms the longest path
 */
public record CriticalPath(double ms) {
  /**
   * What printed devices and the extrapolated tables of their cells leave open: the true time lies
   * within this fraction below and above.
   */
  public static final double UNCERTAINTY = 0.3;

  private static final double MS_A_NS = 1e-6;

  /** Of a circuit whose inputs all change at time 0. */
  public static CriticalPath of(GateNetlist netlist) {
    double[] loads = netlist.loadsPf();
    double[] rise = new double[netlist.nets()];
    double[] fall = new double[netlist.nets()];
    double latest = 0;
    for (Gate gate : netlist.gates()) {
      double rising = 0;
      double falling = 0;
      for (int i = 0; i < gate.inputs().size(); i++) {
        int net = gate.inputs().get(i);
        LogicFunction function = gate.cell().function();
        if (function.isPositive(i)) {
          rising = Math.max(rising, rise[net]);
          falling = Math.max(falling, fall[net]);
        }
        if (function.isNegative(i)) {
          rising = Math.max(rising, fall[net]);
          falling = Math.max(falling, rise[net]);
        }
      }
      int output = gate.output();
      rise[output] = rising + gate.cell().rise().at(loads[output]);
      fall[output] = falling + gate.cell().fall().at(loads[output]);
      latest = Math.max(latest, Math.max(rise[output], fall[output]));
    }
    return new CriticalPath(latest * MS_A_NS);
  }

  /** The least that it may be. */
  public double lowMs() {
    return ms * (1 - UNCERTAINTY);
  }

  /** The most that it may be. */
  public double highMs() {
    return ms * (1 + UNCERTAINTY);
  }
}
