package io.hdlgen.hdl.pass;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Removes what no output of the top depends on: nodes, then ports of the modules below the top,
 * then modules that nothing instantiates. The top's ports stay.
 */
public final class RemoveDeadNodes implements Pass {
  @Override
  public String name() {
    return "remove-dead-nodes";
  }

  @Override
  public Netlist run(Netlist netlist) {
    Netlist current = netlist;
    while (true) {
      Netlist next = sweep(current);
      if (next.equals(current)) {
        return current;
      }
      current = next;
    }
  }

  /** One round, from the top down; ports that it removes free nodes for the next round. */
  private static Netlist sweep(Netlist netlist) {
    Map<String, HdlModule> swept = new LinkedHashMap<>();
    Map<String, Set<String>> read = new LinkedHashMap<>();
    for (int k = netlist.modules().size() - 1; k >= 0; k--) {
      HdlModule module = netlist.modules().get(k);
      boolean top = module == netlist.top();
      if (top || read.containsKey(module.name())) {
        HdlModule rest = sweep(module, top ? null : read.get(module.name()));
        swept.put(module.name(), rest);
        collectReads(rest, read);
      }
    }
    List<HdlModule> modules = new ArrayList<>();
    for (HdlModule module : netlist.modules()) {
      if (swept.containsKey(module.name())) {
        modules.add(withPortsOf(swept, swept.get(module.name())));
      }
    }
    return new Netlist(modules);
  }

  private static void collectReads(HdlModule module, Map<String, Set<String>> read) {
    for (Node node : module.nodes()) {
      if (node instanceof Node.InstanceOutput output) {
        Node.Instance instance = (Node.Instance) module.node(output.instance());
        read.computeIfAbsent(instance.module(), name -> new HashSet<>()).add(output.port());
      }
    }
  }

  /**
   * @param outputs the output ports that are read; null to keep every port
   */
  private static HdlModule sweep(HdlModule module, Set<String> outputs) {
    int size = module.nodes().size();
    boolean[] live = new boolean[size];
    Deque<Integer> work = new ArrayDeque<>();
    for (int index = 0; index < size; index++) {
      Node node = module.node(index);
      boolean root =
          node instanceof Node.Output output
              ? outputs == null || outputs.contains(output.name())
              : node instanceof Node.Input && outputs == null;
      if (root) {
        live[index] = true;
        work.add(index);
      }
    }
    while (!work.isEmpty()) {
      for (int operand : module.node(work.remove()).operands()) {
        if (!live[operand]) {
          live[operand] = true;
          work.add(operand);
        }
      }
    }
    int[] places = new int[size];
    int count = 0;
    for (int index = 0; index < size; index++) {
      places[index] = live[index] ? count++ : -1;
    }
    List<Node> nodes = new ArrayList<>(count);
    for (int index = 0; index < size; index++) {
      if (live[index]) {
        nodes.add(module.node(index).withOperands(operand -> places[operand]));
      }
    }
    return new HdlModule(module.name(), nodes);
  }

  /** Instances lose the connections to ports that are gone. */
  private static HdlModule withPortsOf(Map<String, HdlModule> modules, HdlModule module) {
    List<Node> nodes = new ArrayList<>();
    for (Node node : module.nodes()) {
      if (node instanceof Node.Instance instance) {
        Set<String> inputs = new HashSet<>();
        modules.get(instance.module()).inputs().forEach(input -> inputs.add(input.name()));
        List<String> ports = new ArrayList<>();
        List<Integer> operands = new ArrayList<>();
        for (int i = 0; i < instance.ports().size(); i++) {
          if (inputs.contains(instance.ports().get(i))) {
            ports.add(instance.ports().get(i));
            operands.add(instance.operands().get(i));
          }
        }
        nodes.add(new Node.Instance(instance.origin(), instance.module(), ports, operands));
      } else {
        nodes.add(node);
      }
    }
    return new HdlModule(module.name(), nodes);
  }
}
