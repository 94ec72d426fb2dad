package io.hdlgen.hdl.estimate;

import java.util.List;

/** Gates that something reads in the end, each function once. */
record GateCount(long ands, long xors) {
  static GateCount of(LogicGraph graph, List<Integer> sinks) {
    Simulation simulation = new Simulation(graph);
    boolean[] read = new boolean[graph.size()];
    sinks.forEach(sink -> read[simulation.representative(LogicGraph.node(sink))] = true);
    long ands = 0;
    long xors = 0;
    for (int node = graph.size() - 1; node > 0; node--) {
      if (read[node] && graph.isGate(node)) {
        read[simulation.representative(LogicGraph.node(graph.left(node)))] = true;
        read[simulation.representative(LogicGraph.node(graph.right(node)))] = true;
        if (graph.isXor(node)) {
          xors++;
        } else {
          ands++;
        }
      }
    }
    return new GateCount(ands, xors);
  }
}
