package io.hdlgen.hdl.board;

import io.hdlgen.hdl.netlist.HdlModule;

/** Sends bytes: a start bit, eight bits, the lowest first, and a stop bit. */
public final class UartTransmitter {
  static final String NAME = "hdlgen_uart_transmitter";

  /** The byte to send. */
  public static final String DATA = "data_i";

  /** Whether there is one. */
  public static final String VALID = "valid_i";

  /** Whether it can be taken. */
  public static final String READY = "ready_o";

  /** The line. */
  public static final String LINE = "tx_o";

  private static final int BITS = 10;

  private UartTransmitter() {}

  /** The module: a byte is taken where {@code valid_i} and {@code ready_o} are high. */
  public static HdlModule of(int cyclesPerBit) {
    Gates gates = new Gates(NAME);
    int data = gates.input(DATA, 8);
    int valid = gates.input(VALID, 1);
    int busy = gates.flag("busy");
    int count = gates.data("count", 32 - Integer.numberOfLeadingZeros(cyclesPerBit - 1));
    int left = gates.data("left", 4);
    int shift = gates.data("shift", 8);
    int line = gates.register("line", 1, 1);

    int load = gates.and("load", valid, gates.not(busy));
    int counted = gates.equal("counted", count, 0);
    int tick = gates.and("tick", busy, counted);
    int again = gates.or("again", load, counted);
    int full = gates.number(cyclesPerBit - 1L);
    gates.connect(count, gates.mux("count_next", again, full, gates.less(count)));
    int turns = gates.or("turns", load, tick);
    gates.connect(
        left, gates.mux("left_next", load, gates.number(BITS - 1L), gates.less(left)), turns);
    int moved = gates.concat("moved", gates.slice(shift, 1, 7), gates.number(1));
    gates.connect(shift, gates.mux("shift_next", load, data, moved), turns);
    int next = gates.and("line_next", gates.bit(shift, 0), gates.not(load));
    gates.connect(line, next, turns);
    int ends = gates.and("ends", tick, gates.equal("last", left, 0));
    gates.setAndClear(busy, load, ends);
    gates.output(READY, gates.not(busy));
    gates.output(LINE, line);
    return gates.build();
  }
}
