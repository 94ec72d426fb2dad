package io.hdlgen.quantizer.reduction;

import io.hdlgen.quantizer.network.AndInverterGraph;
import io.hdlgen.quantizer.network.AndInverterGraph.And;
import io.hdlgen.quantizer.network.LongVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * Decisions by gates in which values are constant, equal to others, or gone: constants are
 * propagated, gates that come twice or that no output reads are left out. Source of the rules:
 * Kuehlmann et al., "Robust Boolean Reasoning for Equivalence Checking and Functional Property
 * Verification", IEEE TCAD 21(12), 2002.
 */
final class GateDecisions {
  private static final long FALSE = 0;
  private static final long TRUE = 1;

  private final int values;
  private final List<And> gates = new ArrayList<>();
  private final Map<And, Long> known = new HashMap<>();

  private GateDecisions(int values) {
    this.values = values;
  }

  /**
   * The decision on other values.
   *
   * @param to number of values then, at least 1
   * @param place of each value its new index, {@link BitDecisions#ZERO} or {@link BitDecisions#ONE}
   */
  static AndInverterGraph mapped(AndInverterGraph graph, int to, IntUnaryOperator place) {
    GateDecisions built = new GateDecisions(to);
    long[] literals = new long[1 + graph.values() + graph.gates().size()];
    for (int k = 0; k < graph.values(); k++) {
      int at = place.applyAsInt(k);
      literals[1 + k] =
          at == BitDecisions.ZERO ? FALSE : at == BitDecisions.ONE ? TRUE : 2 * (1L + at);
    }
    for (int g = 0; g < graph.gates().size(); g++) {
      And gate = graph.gates().get(g);
      literals[1 + graph.values() + g] = built.and(at(literals, gate.a()), at(literals, gate.b()));
    }
    long[] outputs =
        Arrays.stream(graph.outputs().toArray()).map(output -> at(literals, output)).toArray();
    return built.live(outputs, graph.lastClass());
  }

  /** The values that some output depends on, as far as the rules show. */
  static boolean[] read(AndInverterGraph graph) {
    AndInverterGraph simple = mapped(graph, graph.values(), IntUnaryOperator.identity());
    boolean[] read = new boolean[1 + simple.values() + simple.gates().size()];
    Arrays.stream(simple.outputs().toArray()).forEach(literal -> mark(read, literal));
    simple
        .gates()
        .forEach(
            gate -> {
              mark(read, gate.a());
              mark(read, gate.b());
            });
    return Arrays.copyOfRange(read, 1, 1 + simple.values());
  }

  private static void mark(boolean[] variables, long literal) {
    variables[(int) (literal >> 1)] = true;
  }

  private static long at(long[] literals, long literal) {
    return literals[(int) (literal >> 1)] ^ literal & 1;
  }

  private long and(long a, long b) {
    if (a == FALSE || b == FALSE || a == (b ^ 1)) {
      return FALSE;
    }
    if (a == TRUE || a == b) {
      return b;
    }
    if (b == TRUE) {
      return a;
    }
    return known.computeIfAbsent(
        new And(Math.min(a, b), Math.max(a, b)),
        unused -> {
          gates.add(new And(a, b));
          return 2L * (values + gates.size());
        });
  }

  /** Without the gates that no output reads. */
  private AndInverterGraph live(long[] outputs, int lastClass) {
    boolean[] live = new boolean[1 + values + gates.size()];
    Arrays.stream(outputs).forEach(literal -> mark(live, literal));
    for (int g = gates.size() - 1; g >= 0; g--) {
      if (live[1 + values + g]) {
        mark(live, gates.get(g).a());
        mark(live, gates.get(g).b());
      }
    }
    long[] literals = new long[live.length];
    Arrays.setAll(literals, variable -> 2L * variable);
    List<And> kept = new ArrayList<>();
    for (int g = 0; g < gates.size(); g++) {
      if (live[1 + values + g]) {
        And gate = gates.get(g);
        kept.add(new And(at(literals, gate.a()), at(literals, gate.b())));
        literals[1 + values + g] = 2L * (values + kept.size());
      }
    }
    long[] now = Arrays.stream(outputs).map(literal -> at(literals, literal)).toArray();
    return new AndInverterGraph(values, kept, LongVector.of(now), lastClass);
  }
}
