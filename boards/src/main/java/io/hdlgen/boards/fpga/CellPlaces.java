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
  private record Scope(Map<String, Inner> instances, NavigableMap<String, Origin> wires) {}

  /** An instance, and what it is for. */
  private record Inner(Scope scope, Origin origin) {}

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
    Map<String, Inner> instances = new HashMap<>();
    NavigableMap<String, Origin> wires = new TreeMap<>();
    List<String> names = VerilogNames.of(module);
    for (int index = 0; index < names.size(); index++) {
      String name = names.get(index);
      if (name == null) {
        continue;
      }
      Node node = module.node(index);
      if (node instanceof Node.Instance instance) {
        instances.put(name, new Inner(scopes.get(instance.module()), node.origin()));
      } else {
        wires.put(name, node.origin());
        if (node instanceof Node.State) {
          // The array within, whose name ends otherwise.
          wires.put(name.replaceFirst("_q$", ""), node.origin());
        }
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
    Origin around = Origin.of("core");
    String rest = name.substring(begin + instance.length());
    int dot = rest.indexOf(SEPARATOR);
    while (dot >= 0 && scope.instances().containsKey(rest.substring(0, dot))) {
      Inner inner = scope.instances().get(rest.substring(0, dot));
      scope = inner.scope();
      around = around(inner.origin(), around);
      rest = rest.substring(dot + 1);
      dot = rest.indexOf(SEPARATOR);
    }
    Origin place = around;
    return Optional.of(
        longestPrefix(scope.wires(), rest).map(wire -> around(wire, place)).orElse(place));
  }

  /** A place, with the layer and the neuron of what is around it where it has none of its own. */
  private static Origin around(Origin place, Origin outer) {
    if (place.layer() != Origin.NONE && place.layer() != outer.layer()) {
      return place;
    }
    return new Origin(
        outer.layer(),
        place.neuron() == Origin.NONE ? outer.neuron() : place.neuron(),
        place.role());
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
