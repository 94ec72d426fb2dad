package io.hdlgen.hdl.estimate;

/** What the literals of a graph are for given values of its sources. */
final class GraphValues {
  private final boolean[] values;

  /**
   * @param sources values of the sources in their order; the rest are 0
   */
  GraphValues(LogicGraph graph, long sources) {
    values = new boolean[graph.size()];
    int next = 0;
    for (int node = 1; node < graph.size(); node++) {
      if (!graph.isGate(node)) {
        values[node] = next < Long.SIZE && (sources >> next & 1) != 0;
        next++;
      } else if (graph.isXor(node)) {
        values[node] = of(graph.left(node)) ^ of(graph.right(node));
      } else {
        values[node] = of(graph.left(node)) & of(graph.right(node));
      }
    }
  }

  boolean of(int literal) {
    return values[LogicGraph.node(literal)] ^ LogicGraph.isInverted(literal);
  }

  /** Literals as an unsigned number, the lowest bit first. */
  long number(Iterable<Integer> literals) {
    long number = 0;
    int bit = 0;
    for (int literal : literals) {
      number |= (of(literal) ? 1L : 0) << bit++;
    }
    return number;
  }
}
