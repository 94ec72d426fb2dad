package io.hdlgen.sim.check;

import io.hdlgen.hdl.netlist.Origin;

/**
 * The first wire inside a design whose value in Verilog is not that of the netlist.
 *
 * @param cycle the cycle, from 0 at the start of the stimulus
 * @param wire its path, {@code top.instance.wire}
 * @param origin what it is for
 * @param expected its bits in the netlist, in hexadecimal
 * @param found its bits in Verilog
 */
public record WireDifference(
    long cycle, String wire, Origin origin, String expected, String found) {

  /**
   * {@code layer 1 neuron 3 (acc), wire tiny.u_l1.l1_n3_acc, cycle 12: found 0x7, expected 0x5}.
   */
  public String describe() {
    return "%s, wire %s, cycle %d: found %s, expected %s"
        .formatted(origin.describe(), wire, cycle, found, expected);
  }
}
