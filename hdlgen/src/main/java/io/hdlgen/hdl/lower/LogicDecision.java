package io.hdlgen.hdl.lower;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.AndInverterGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The class by an and-inverter graph: a node a gate that some output needs, an inverter where a
 * complement is needed. Gates of constants fold away.
 */
final class LogicDecision {
  private final ModuleBuilder builder;
  private final List<Integer> bits;
  private final AndInverterGraph logic;

  /** By variable: its node, {@link BitDecision#ZERO} or {@link BitDecision#ONE}. */
  private final int[] nodes;

  private final Map<Integer, Integer> complements = new HashMap<>();

  /**
   * @param bits by value: its node, {@link BitDecision#ZERO} or {@link BitDecision#ONE}
   */
  LogicDecision(ModuleBuilder builder, List<Integer> bits, AndInverterGraph logic) {
    this.builder = builder;
    this.bits = bits;
    this.logic = logic;
    this.nodes = new int[1 + bits.size() + logic.gates().size()];
  }

  /** The node of the class. */
  int build() {
    boolean[] needed = needed();
    nodes[0] = BitDecision.ZERO;
    for (int k = 0; k < bits.size(); k++) {
      nodes[1 + k] = bits.get(k);
    }
    for (int g = 0; g < logic.gates().size(); g++) {
      int variable = 1 + bits.size() + g;
      if (needed[variable]) {
        nodes[variable] = and(Origin.of("gate_" + g), logic.gates().get(g));
      }
    }
    List<Integer> code = new ArrayList<>();
    for (int o = 0; o < logic.outputs().size(); o++) {
      int node = literal(logic.outputs().get(o));
      Origin origin = Origin.of("class");
      code.add(node >= 0 ? node : builder.constant(origin, node == BitDecision.ONE ? 1 : 0));
    }
    int all = code.size() == 1 ? code.get(0) : builder.concat(Origin.of("code"), code);
    return builder.range(all).max().longValueExact() <= logic.lastClass()
        ? all
        : atMostLast(all, code);
  }

  /** The last class in the place of greater codes, bit by bit, so that the range is known. */
  private int atMostLast(int all, List<Integer> code) {
    int last = builder.constant(Origin.of("last"), logic.lastClass());
    int beyond = builder.compare(Origin.of("beyond"), Comparison.GREATER_EQUAL, all, last);
    int within = builder.not(Origin.of("within"), beyond);
    List<Integer> limited = new ArrayList<>();
    for (int o = 0; o < code.size(); o++) {
      Origin origin = Origin.of("class_bit_" + o);
      boolean one = (logic.lastClass() >> o & 1) != 0;
      limited.add(
          one ? builder.or(origin, code.get(o), beyond) : builder.and(origin, code.get(o), within));
    }
    Range classes = Range.of(0, logic.lastClass());
    List<Integer> kept = limited.subList(0, Math.min(limited.size(), classes.width()));
    return kept.size() == 1
        ? kept.get(0)
        : builder.concat(Origin.of("class"), List.copyOf(kept), classes);
  }

  private boolean[] needed() {
    boolean[] needed = new boolean[nodes.length];
    for (int o = 0; o < logic.outputs().size(); o++) {
      needed[(int) (logic.outputs().get(o) >> 1)] = true;
    }
    for (int g = logic.gates().size() - 1; g >= 0; g--) {
      if (needed[1 + bits.size() + g]) {
        needed[(int) (logic.gates().get(g).a() >> 1)] = true;
        needed[(int) (logic.gates().get(g).b() >> 1)] = true;
      }
    }
    return needed;
  }

  private int and(Origin origin, AndInverterGraph.And gate) {
    int a = literal(gate.a());
    int b = literal(gate.b());
    if (a == BitDecision.ZERO || b == BitDecision.ZERO) {
      return BitDecision.ZERO;
    }
    if (a == BitDecision.ONE || a == b) {
      return b;
    }
    return b == BitDecision.ONE ? a : builder.and(origin, a, b);
  }

  private int literal(long literal) {
    int node = nodes[(int) (literal >> 1)];
    if ((literal & 1) == 0) {
      return node;
    }
    if (node < 0) {
      return node == BitDecision.ONE ? BitDecision.ZERO : BitDecision.ONE;
    }
    return complements.computeIfAbsent(
        node, positive -> builder.not(Origin.of("not_" + (literal >> 1)), positive));
  }
}
