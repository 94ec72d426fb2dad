package io.hdlgen.explore.logic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds a circuit of the gates that there are cells for; equal gates are built once. */
public final class CircuitBuilder {
  private final int inputs;
  private final Set<GateKind> kinds;
  private final List<Gate> gates = new ArrayList<>();
  private final Map<Gate, Integer> signals = new HashMap<>();

  /**
   * An empty circuit.
   *
   * @param kinds gates that there are cells for: the inverter, and NAND or NOR
   * @throws IllegalArgumentException if those are missing
   */
  public CircuitBuilder(int inputs, List<GateKind> kinds) {
    this.inputs = inputs;
    this.kinds = Set.copyOf(kinds);
    if (!has(GateKind.INV) || !has(GateKind.NAND) && !has(GateKind.NOR)) {
      throw new IllegalArgumentException("no inverter, or neither NAND nor NOR, in " + kinds);
    }
  }

  /** What a circuit has already; its signals keep their numbers. */
  public static CircuitBuilder of(LogicCircuit circuit, List<GateKind> kinds) {
    CircuitBuilder builder = new CircuitBuilder(circuit.inputs(), kinds);
    for (int g = 0; g < circuit.gates().size(); g++) {
      builder.gates.add(circuit.gates().get(g));
      builder.signals.putIfAbsent(circuit.gates().get(g), circuit.signal(g));
    }
    return builder;
  }

  private boolean has(GateKind kind) {
    return kinds.contains(kind);
  }

  /** The signal of a constant. */
  public int constant(boolean one) {
    return inputs + (one ? 1 : 0);
  }

  /** The complement of a signal. */
  public int not(int a) {
    if (isConstant(a)) {
      return constant(a == constant(false));
    }
    int gate = a - inputs - LogicCircuit.CONSTANTS;
    if (gate >= 0 && gates.get(gate).kind() == GateKind.INV) {
      return gates.get(gate).a();
    }
    return gate(GateKind.INV, a, a);
  }

  /** The conjunction's complement. */
  public int nand(int a, int b) {
    if (a == constant(false) || b == constant(false)) {
      return constant(true);
    }
    if (a == constant(true) || a == b) {
      return not(b);
    }
    if (b == constant(true)) {
      return not(a);
    }
    if (has(GateKind.NAND)) {
      return gate(GateKind.NAND, a, b);
    }
    return not(gate(GateKind.NOR, not(a), not(b)));
  }

  /** The conjunction. */
  public int and(int a, int b) {
    return not(nand(a, b));
  }

  /** The disjunction. */
  public int or(int a, int b) {
    return nand(not(a), not(b));
  }

  /** One of two signals: {@code ifOne} where {@code condition} is 1. */
  public int mux(int condition, int ifZero, int ifOne) {
    if (ifZero == ifOne) {
      return ifZero;
    }
    return nand(nand(condition, ifOne), nand(not(condition), ifZero));
  }

  /** The circuit of what the outputs depend on. */
  public LogicCircuit build(List<Integer> outputs) {
    return new LogicCircuit(inputs, gates, outputs).compact();
  }

  private boolean isConstant(int signal) {
    return signal == constant(false) || signal == constant(true);
  }

  private int gate(GateKind kind, int a, int b) {
    Gate gate = new Gate(kind, Math.min(a, b), Math.max(a, b));
    return signals.computeIfAbsent(
        gate,
        made -> {
          gates.add(made);
          return inputs + LogicCircuit.CONSTANTS + gates.size() - 1;
        });
  }
}
