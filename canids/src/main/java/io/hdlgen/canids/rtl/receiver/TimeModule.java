package io.hdlgen.canids.rtl.receiver;

import io.hdlgen.hdl.board.Gates;
import io.hdlgen.hdl.netlist.HdlModule;

/** Counts microseconds, and keeps the count where it is told to. */
final class TimeModule {
  static final String NAME = "hdlgen_can_time";
  static final String KEEP = "keep_i";

  private TimeModule() {}

  /** The module: {@code time_us_o} is the count where {@code keep_i} was last 1. */
  static HdlModule of(int clockMhz, int bits) {
    Gates gates = new Gates(NAME);
    int keep = gates.input(KEEP, 1);
    int time = gates.register("time", bits, 0);
    if (clockMhz == 1) {
      gates.connect(time, gates.more(time));
    } else {
      int clocks = gates.register("clocks", 32 - Integer.numberOfLeadingZeros(clockMhz - 1), 0);
      int full = gates.equal("full", clocks, clockMhz - 1L);
      gates.connect(clocks, gates.mux("clocks_next", full, gates.number(0), gates.more(clocks)));
      gates.connect(time, gates.more(time), full);
    }
    int kept = gates.data("kept", bits);
    gates.connect(kept, time, keep);
    gates.output(ReceiverPorts.TIME, kept);
    return gates.build();
  }
}
