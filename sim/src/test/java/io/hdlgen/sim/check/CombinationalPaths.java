package io.hdlgen.sim.check;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** From which input ports there is a way without registers to an output port. */
final class CombinationalPaths {
  private final Map<String, Map<String, Set<String>>> modules = new HashMap<>();

  CombinationalPaths(Netlist netlist) {
    netlist.modules().forEach(module -> modules.put(module.name(), outputs(module)));
  }

  /** The input ports of the module that its output depends on in the same cycle. */
  Set<String> to(HdlModule module, String output) {
    return modules.get(module.name()).get(output);
  }

  private Map<String, Set<String>> outputs(HdlModule module) {
    Map<String, Set<String>> outputs = new HashMap<>();
    List<Set<String>> from = new ArrayList<>();
    for (Node node : module.nodes()) {
      Set<String> ports = new TreeSet<>();
      if (node instanceof Node.Input input) {
        ports.add(input.name());
      } else if (node instanceof Node.InstanceOutput output) {
        Node.Instance instance = (Node.Instance) module.node(output.instance());
        for (String port : modules.get(instance.module()).get(output.port())) {
          int operand = instance.operands().get(instance.ports().indexOf(port));
          ports.addAll(from.get(operand));
        }
      } else if (!(node instanceof Node.State) && !(node instanceof Node.Instance)) {
        node.operands().forEach(operand -> ports.addAll(from.get(operand)));
      }
      from.add(ports);
      if (node instanceof Node.Output output) {
        outputs.put(output.name(), ports);
      }
    }
    return outputs;
  }
}
