package io.hdlgen.quantizer.reduction;

import io.hdlgen.quantizer.network.AndInverterGraph;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DecisionDiagram;
import io.hdlgen.quantizer.network.DecisionDiagram.Node;
import io.hdlgen.quantizer.network.DecisionDiagram.Successor;
import io.hdlgen.quantizer.network.LongVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Decisions on bits in which values are constant, equal to others, or gone. */
final class BitDecisions {
  /** In the place of a value's new index: it is always 0. */
  static final int ZERO = -1;

  /** In the place of a value's new index: it is always 1. */
  static final int ONE = -2;

  private BitDecisions() {}

  /**
   * The decision on other values.
   *
   * @param from number of values now
   * @param to number of values then, at least 1
   * @param place of each value its new index, {@link #ZERO} or {@link #ONE}
   */
  static Decision mapped(Decision.OnBits decision, int from, int to, IntUnaryOperator place) {
    if (decision instanceof DecisionDiagram diagram) {
      return diagram(diagram, place);
    }
    if (decision instanceof AndInverterGraph graph) {
      return GateDecisions.mapped(graph, to, place);
    }
    LongVector classes = ((Decision.Table) decision).classes();
    long[] table = new long[1 << to];
    Arrays.setAll(
        table,
        pattern -> {
          int index = 0;
          for (int k = 0; k < from; k++) {
            int at = place.applyAsInt(k);
            index |= (at >= 0 ? pattern >> at & 1 : at == ONE ? 1 : 0) << k;
          }
          return classes.get(index);
        });
    return new Decision.Table(LongVector.of(table));
  }

  /** The values that the class depends on. */
  static boolean[] read(Decision.OnBits decision, int values) {
    boolean[] read = new boolean[values];
    if (decision instanceof DecisionDiagram diagram) {
      diagram(diagram, IntUnaryOperator.identity())
          .nodes()
          .forEach(node -> read[node.value()] = true);
      return read;
    }
    if (decision instanceof AndInverterGraph graph) {
      return GateDecisions.read(graph);
    }
    LongVector classes = ((Decision.Table) decision).classes();
    for (int i = 0; i < classes.size(); i++) {
      for (int k = 0; k < values; k++) {
        read[k] |= classes.get(i) != classes.get(i ^ 1 << k);
      }
    }
    return read;
  }

  /** Without nodes that decide nothing, come twice or are never come to. */
  private static DecisionDiagram diagram(DecisionDiagram diagram, IntUnaryOperator place) {
    List<Node> built = new ArrayList<>();
    Map<Node, Successor> unique = new HashMap<>();
    Successor[] now = new Successor[diagram.nodes().size()];
    for (int i = now.length - 1; i >= 0; i--) {
      Node node = diagram.nodes().get(i);
      Successor zero = at(node.ifZero(), now);
      Successor one = at(node.ifOne(), now);
      int value = place.applyAsInt(node.value());
      if (value == ZERO || zero.equals(one)) {
        now[i] = zero;
      } else if (value == ONE) {
        now[i] = one;
      } else {
        now[i] = unique.computeIfAbsent(new Node(value, zero, one), add -> added(built, add));
      }
    }
    return forward(at(diagram.root(), now), built);
  }

  private static Successor added(List<Node> built, Node node) {
    built.add(node);
    return Successor.node(built.size() - 1);
  }

  private static Successor at(Successor successor, Successor[] now) {
    return successor.isClass() ? successor : now[successor.index()];
  }

  /**
   * A diagram of nodes each of which lies behind its successors: turned round, without those that
   * the root does not lead to.
   */
  static DecisionDiagram forward(Successor root, List<Node> built) {
    boolean[] reached = new boolean[built.size()];
    mark(root, reached);
    for (int i = reached.length - 1; i >= 0; i--) {
      if (reached[i]) {
        mark(built.get(i).ifZero(), reached);
        mark(built.get(i).ifOne(), reached);
      }
    }
    int[] index = new int[built.size()];
    int count = 0;
    for (int i = reached.length - 1; i >= 0; i--) {
      index[i] = reached[i] ? count++ : -1;
    }
    List<Node> nodes = new ArrayList<>(Collections.nCopies(count, null));
    for (int i = 0; i < reached.length; i++) {
      if (reached[i]) {
        Node node = built.get(i);
        nodes.set(
            index[i],
            new Node(node.value(), placed(node.ifZero(), index), placed(node.ifOne(), index)));
      }
    }
    return new DecisionDiagram(placed(root, index), nodes);
  }

  private static void mark(Successor successor, boolean[] reached) {
    if (!successor.isClass()) {
      reached[successor.index()] = true;
    }
  }

  private static Successor placed(Successor successor, int[] index) {
    return successor.isClass() ? successor : Successor.node(index[successor.index()]);
  }
}
