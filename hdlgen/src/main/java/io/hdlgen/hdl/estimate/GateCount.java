package io.hdlgen.hdl.estimate;

/**
 * Gates of a design that something reads in the end, each function once; inverters are free.
 *
 * @param ands with two inputs
 * @param xors with two inputs
 */
public record GateCount(long ands, long xors, long flipFlops) {
  static GateCount of(Elaboration design) {
    LogicGraph graph = design.graph();
    Simulation simulation = new Simulation(graph);
    boolean[] read = new boolean[graph.size()];
    for (int sink : design.sinks()) {
      read[simulation.representative(LogicGraph.node(sink))] = true;
    }
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
    return new GateCount(ands, xors, design.storage().flipFlops());
  }
}
