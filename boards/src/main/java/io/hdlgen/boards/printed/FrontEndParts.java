package io.hdlgen.boards.printed;

import io.hdlgen.boards.printed.FrontEnd.Parts;
import io.hdlgen.boards.printed.GateNetlist.PortNets;
import java.util.Set;

/** Finds which bits of its inputs a circuit reads, and so which converters it needs. */
public final class FrontEndParts {
  private FrontEndParts() {}

  /** The bits of the port that some gate or output reads, a bit each. */
  public static long used(GateNetlist netlist, PortNets port) {
    return used(netlist.readers(), port);
  }

  private static long used(int[] readers, PortNets port) {
    long used = 0;
    for (int b = 0; b < port.nets().size(); b++) {
      if (readers[port.nets().get(b)] > 0) {
        used |= 1L << b;
      }
    }
    return used;
  }

  /** The converters of all inputs, each a binary code. */
  public static Parts of(GateNetlist netlist) {
    return of(netlist, Set.of());
  }

  /**
   * The converters of all inputs.
   *
   * @param thermometers names of the ports that take a bit a level; the others take binary codes
   */
  public static Parts of(GateNetlist netlist, Set<String> thermometers) {
    int[] readers = netlist.readers();
    Parts parts = Parts.NONE;
    for (PortNets port : netlist.inputs()) {
      long used = used(readers, port);
      parts = parts.plus(FrontEnd.of(port.nets().size(), used, thermometers.contains(port.name())));
    }
    return parts;
  }
}
