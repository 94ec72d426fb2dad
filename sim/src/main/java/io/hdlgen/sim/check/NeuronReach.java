package io.hdlgen.sim.check;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Origin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which neurons of a module read a value that they share. */
final class NeuronReach {
  private NeuronReach() {}

  /** The neurons that a node reaches; empty if the node is a neuron's own. */
  static List<Integer> of(HdlModule module, int node) {
    if (module.node(node).origin().neuron() != Origin.NONE) {
      return List.of();
    }
    List<List<Integer>> readers = new ArrayList<>();
    for (int i = 0; i < module.nodes().size(); i++) {
      readers.add(new ArrayList<>());
    }
    for (int i = 0; i < module.nodes().size(); i++) {
      for (int operand : module.node(i).operands()) {
        readers.get(operand).add(i);
      }
    }
    int layer = module.node(node).origin().layer();
    SortedSet<Integer> neurons = new TreeSet<>();
    boolean[] seen = new boolean[readers.size()];
    Deque<Integer> open = new ArrayDeque<>(List.of(node));
    while (!open.isEmpty()) {
      for (int reader : readers.get(open.remove())) {
        Node found = module.node(reader);
        Origin origin = found.origin();
        if (seen[reader]) {
          continue;
        }
        seen[reader] = true;
        if (origin.layer() == layer && layer != Origin.NONE && origin.neuron() != Origin.NONE) {
          neurons.add(origin.neuron());
        } else {
          open.add(reader);
        }
      }
    }
    return List.copyOf(neurons);
  }
}
