package io.hdlgen.hdl.estimate;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gates of a design that something reads in the end, each function once; inverters are free.
 *
 * @param ands with two inputs
 * @param xors with two inputs
 * @param read by input port, in their order: the bits that something reads
 */
public record GateCount(long ands, long xors, long flipFlops, Map<String, BigInteger> read) {
  public GateCount {
    read = Collections.unmodifiableMap(new LinkedHashMap<>(read));
  }

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
    return new GateCount(ands, xors, design.storage().flipFlops(), inputs(design, read));
  }

  private static Map<String, BigInteger> inputs(Elaboration design, boolean[] read) {
    Map<String, BigInteger> inputs = new LinkedHashMap<>();
    design
        .inputs()
        .forEach(
            (port, literals) -> {
              BigInteger bits = BigInteger.ZERO;
              for (int i = 0; i < literals.length; i++) {
                bits = read[LogicGraph.node(literals[i])] ? bits.setBit(i) : bits;
              }
              inputs.put(port, bits);
            });
    return inputs;
  }
}
