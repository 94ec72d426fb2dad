package io.hdlgen.flow.equivalence;

import io.hdlgen.hdl.emit.VerilogNames;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the wires of a design come from, by their names in the Verilog without hierarchy. */
final class Origins {
  private static final String REGISTER = "_q";
  private static final String MEMORY = "_mem";

  private final Netlist netlist;
  private final Map<String, Origin> states = new LinkedHashMap<>();
  private final Map<String, Origin> wires = new LinkedHashMap<>();

  Origins(Netlist netlist) {
    this.netlist = netlist;
    add(netlist.top(), "");
  }

  private void add(HdlModule module, String prefix) {
    List<String> names = VerilogNames.of(module);
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name == null) {
        continue;
      }
      Node node = module.node(i);
      if (node instanceof Node.Instance instance) {
        add(netlist.module(instance.module()), prefix + name + ".");
      } else {
        (node instanceof Node.State ? states : wires).putIfAbsent(prefix + name, node.origin());
      }
    }
  }

  /** The name among some of one net that tells most: the one of a register. */
  String best(List<String> names) {
    return names.stream()
        .filter(name -> state(name) != null)
        .findFirst()
        .orElse(
            names.stream()
                .filter(name -> wires.containsKey(base(name)))
                .findFirst()
                .orElse(names.get(0)));
  }

  /**
   * The origin of a wire, or of one bit of it or of a memory; {@code (other)} if the name is not
   * one of the design's.
   */
  Origin of(String name) {
    Origin state = state(name);
    return state != null ? state : wires.getOrDefault(base(name), Origin.of("other"));
  }

  private Origin state(String name) {
    String base = base(name);
    Origin origin = states.get(base);
    return origin == null && base.endsWith(MEMORY)
        ? states.get(base.substring(0, base.length() - MEMORY.length()) + REGISTER)
        : origin;
  }

  private static String base(String name) {
    return name.replaceAll("(\\[[0-9]+\\])+$", "");
  }

  /** Names of the wires that hold hidden activations. */
  List<String> activations() {
    List<String> names = new ArrayList<>();
    wires.forEach(
        (name, origin) -> {
          if (origin.neuron() != Origin.NONE && origin.role().equals("act")) {
            names.add(name);
          }
        });
    return names;
  }
}
