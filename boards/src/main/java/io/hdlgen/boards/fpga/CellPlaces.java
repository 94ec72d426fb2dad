package io.hdlgen.boards.fpga;

import io.hdlgen.hdl.emit.VerilogNames;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tells where in the network a cell or wire of a synthesized design comes from. Synthesis names
 * what it makes after a wire of the Verilog that it makes it from, in front of which stand the
 * instances around it: {@code u_digits.layer1.l1_n0_sum_SB_LUT4_O_3} belongs to the wire {@code
 * l1_n0_sum}.
 */
public final class CellPlaces {
  private static final String SEPARATOR = ".";

  /** What stands before a module's name in the name of its instance. */
  private static final String INSTANCE = "u_";

  private final String instance;
  private final Map<String, Scope> scopes = new HashMap<>();

  /** The names of a module. */
  private record Scope(Map<String, Scope> instances, NavigableMap<String, Origin> wires) {}

  private final Scope top;

  /**
   * @param netlist the core
   */
  public CellPlaces(Netlist netlist) {
    this.instance = INSTANCE + netlist.top().name() + SEPARATOR;
    for (HdlModule module : netlist.modules()) {
      scopes.put(module.name(), scope(module));
    }
    this.top = scopes.get(netlist.top().name());
  }

  private Scope scope(HdlModule module) {
    Map<String, Scope> instances = new HashMap<>();
    NavigableMap<String, Origin> wires = new TreeMap<>();
    List<String> names = VerilogNames.of(module);
    for (int index = 0; index < names.size(); index++) {
      String name = names.get(index);
      if (name == null) {
        continue;
      }
      Node node = module.node(index);
      if (node instanceof Node.Instance instance) {
        instances.put(name, scopes.get(instance.module()));
      } else {
        wires.put(name, node.origin());
      }
    }
    return new Scope(instances, wires);
  }

  /** Where a cell or wire comes from; empty if not from the network, or if nothing tells. */
  public Optional<Origin> find(String name) {
    int begin = name.indexOf(instance);
    if (begin < 0) {
      return Optional.empty();
    }
    Scope scope = top;
    String rest = name.substring(begin + instance.length());
    int dot = rest.indexOf(SEPARATOR);
    while (dot >= 0 && scope.instances().containsKey(rest.substring(0, dot))) {
      scope = scope.instances().get(rest.substring(0, dot));
      rest = rest.substring(dot + 1);
      dot = rest.indexOf(SEPARATOR);
    }
    return longestPrefix(scope.wires(), rest);
  }

  /** The wire whose name is all of {@code name}, or what it begins with, ahead of a suffix. */
  private static Optional<Origin> longestPrefix(NavigableMap<String, Origin> wires, String name) {
    for (int end = name.length(); end > 0; end--) {
      boolean whole = end == name.length() || "_[$".indexOf(name.charAt(end)) >= 0;
      if (whole && wires.containsKey(name.substring(0, end))) {
        return Optional.of(wires.get(name.substring(0, end)));
      }
    }
    return Optional.empty();
  }
}
