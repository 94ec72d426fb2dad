package io.hdlgen.flow.equivalence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which function of the mapped netlist's registers each register of the Verilog is. */
final class Relation {
  private final Aig aig;
  private final FlatNetlist netlist;
  private final MachineBuilder mapped;
  private final Map<String, Integer> others = new HashMap<>();
  private final Map<Integer, String> unmatched = new HashMap<>();

  /**
   * @param netlist the mapped netlist
   * @param mapped what built it
   * @param others literals by name that were found otherwise than by name
   */
  Relation(Aig aig, FlatNetlist netlist, MachineBuilder mapped, Map<String, Integer> others) {
    this.aig = aig;
    this.netlist = netlist;
    this.mapped = mapped;
    this.others.putAll(others);
  }

  /** The literal of a register of the Verilog; a fresh input if it has no counterpart. */
  int literal(List<String> names) {
    for (String name : names) {
      Integer literal = named(name);
      if (literal != null) {
        return literal;
      }
    }
    for (String name : names) {
      Integer literal = others.get(name);
      if (literal != null) {
        return literal;
      }
    }
    int free = aig.input();
    unmatched.put(free >>> 1, names.get(0));
    return free;
  }

  /** Names of registers without a counterpart, by the node that stands for them. */
  Map<Integer, String> unmatched() {
    return unmatched;
  }

  private Integer named(String name) {
    int[] nets = netlist.names().get(name);
    int bit = 0;
    if (nets == null) {
      int bracket = name.lastIndexOf('[');
      if (bracket < 0) {
        return null;
      }
      nets = netlist.names().get(name.substring(0, bracket));
      bit = Integer.parseInt(name.substring(bracket + 1, name.length() - 1));
    }
    if (nets == null || bit >= nets.length || !mapped.drives(nets[bit])) {
      return null;
    }
    return mapped.literal(nets[bit]);
  }
}
