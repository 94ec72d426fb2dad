package io.hdlgen.sim.check;

import io.hdlgen.hdl.netlist.Origin;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The first wire inside a design whose value in Verilog is not that of the netlist.
 *
 * @param cycle the cycle, from 0 at the start of the stimulus
 * @param wire its path, {@code top.instance.wire}
 * @param origin what it is for
 * @param readers where the wire belongs to no neuron alone: the neurons that it reaches in its
 *     module, ascending; else empty
 * @param expected its bits in the netlist, in hexadecimal
 * @param found its bits in Verilog
 */
public record WireDifference(
    long cycle, String wire, Origin origin, List<Integer> readers, String expected, String found) {
  private static final int MOST_NAMED = 8;

  public WireDifference {
    readers = List.copyOf(readers);
  }

  /**
   * {@code layer 1 neuron 3 (acc), wire tiny.u_l1.l1_n3_acc, cycle 12: found 0x7, expected 0x5}.
   */
  public String describe() {
    return String.format(
        Locale.ROOT,
        "%s%s, wire %s, cycle %d: found %s, expected %s",
        origin.describe(),
        reached(),
        wire,
        cycle,
        found,
        expected);
  }

  /** {@code , read by neurons 0, 3 and 12 more}. */
  private String reached() {
    if (readers.isEmpty()) {
      return "";
    }
    String named =
        readers.stream()
            .limit(MOST_NAMED)
            .map(neuron -> Integer.toString(neuron))
            .collect(Collectors.joining(", "));
    int more = readers.size() - MOST_NAMED;
    return (readers.size() == 1 ? ", read by neuron " : ", read by neurons ")
        + named
        + (more > 0 ? " and " + more + " more" : "");
  }
}
