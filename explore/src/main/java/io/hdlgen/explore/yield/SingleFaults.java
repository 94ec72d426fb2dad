package io.hdlgen.explore.yield;

import io.hdlgen.boards.printed.GateNetlist.Gate;
import io.hdlgen.boards.printed.StuckGates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What each single stuck gate costs, all of them tried.
 *
 * @param gates one a gate, in the netlist's order
 */
public record SingleFaults(List<GateLoss> gates) {
  public SingleFaults {
    gates = List.copyOf(gates);
  }

  /**
   * What a stuck gate costs. A loss is a fraction of the rows; below 0 where the fault helps.
   *
   * @param name of the gate
   * @param cell its kind
   * @param atZero accuracy lost when it is stuck at 0
   * @param atOne accuracy lost when it is stuck at 1
   */
  public record GateLoss(String name, String cell, double atZero, double atOne) {
    /** The greater loss. */
    public double worst() {
      return Math.max(atZero, atOne);
    }
  }

  /** Tries every gate at both values. */
  public static SingleFaults of(TrialCircuit circuit) {
    List<Gate> gates = circuit.netlist().gates();
    int sound = circuit.right();
    List<GateLoss> losses = new ArrayList<>();
    for (int g = 0; g < gates.size(); g++) {
      double[] loss = new double[2];
      for (int value = 0; value < loss.length; value++) {
        StuckGates stuck = new StuckGates(gates.size());
        stuck.stick(g, value == 1);
        loss[value] = circuit.accuracy(sound - circuit.right(stuck));
      }
      losses.add(new GateLoss(gates.get(g).name(), gates.get(g).cell().name(), loss[0], loss[1]));
    }
    return new SingleFaults(losses);
  }

  /** The gates whose faults cost most, worst first, those of equal loss in the netlist's order. */
  public List<GateLoss> mostCritical(int count) {
    return gates.stream()
        .sorted(Comparator.comparingDouble(GateLoss::worst).reversed())
        .limit(count)
        .toList();
  }

  /** Share of all single faults that cost nothing on these rows; 1 of a circuit without gates. */
  public double harmless() {
    return gates.stream()
        .flatMapToDouble(gate -> DoubleStream.of(gate.atZero(), gate.atOne()))
        .map(loss -> loss <= 0 ? 1 : 0)
        .average()
        .orElse(1);
  }
}
