package io.hdlgen.hdl.pass;

import io.hdlgen.hdl.netlist.Netlist;

/** A rewriting of a netlist that changes no output bit in any cycle. */
public interface Pass {
  /** The pass's name, as in dumps and logs. */
  String name();

  /** The rewritten netlist; equal to {@code netlist} if there was nothing to do. */
  Netlist run(Netlist netlist);
}
