package io.hdlgen.hdl.board;

import io.hdlgen.hdl.netlist.HdlModule;

/**
 * Receives bytes of eight bits, lowest first, without parity, and with one stop bit.
 *
 * <p>The line goes through a {@link LineFilter}. A start bit must still be there half a bit after
 * it began; that is also where the other bits are looked at. After a stop bit that is 0 the line
 * must go up before anything is received.
 */
final class UartReceiver {
  static final String NAME = "hdlgen_uart_receiver";
  static final String LINE = "rx_i";
  static final String DATA = "data_o";
  static final String VALID = "valid_o";
  static final String ERROR = "error_o";

  private UartReceiver() {}

  /**
   * The module. {@code data_o} stays for a bit's time after {@code valid_o}, which is high for a
   * cycle; so is {@code error_o} after a stop bit that is 0.
   */
  static HdlModule of(int cyclesPerBit) {
    Gates gates = new Gates(NAME);
    int level = LineFilter.level(gates, gates.input(LINE, 1));
    int before = gates.register("before", 1, 1);
    gates.connect(before, level);
    int falls = gates.and("falls", before, gates.not(level));

    int busy = gates.flag("busy");
    int starting = gates.flag("starting");
    int count = gates.data("count", 32 - Integer.numberOfLeadingZeros(cyclesPerBit - 1));
    // A one before the data: when it is at the low end, the byte is there.
    int shift = gates.data("shift", 9);
    int begin = gates.and("begin", falls, gates.not(busy));
    int tick = gates.and("tick", busy, gates.equal("counted", count, 0));
    int started = gates.and("started", tick, starting);
    int moves = gates.and("moves", tick, gates.not(starting));
    int ends = gates.and("ends", moves, gates.bit(shift, 0));

    int full = gates.number(cyclesPerBit - 1L);
    int rest = gates.mux("rest", tick, full, gates.less(count));
    gates.connect(count, gates.mux("count_next", begin, gates.number(cyclesPerBit / 2 - 1L), rest));
    int stop = gates.or("stop", ends, gates.and("false_start", started, level));
    gates.setAndClear(busy, begin, stop);
    gates.setAndClear(starting, begin, tick);
    int moved = gates.concat("moved", gates.slice(shift, 1, 8), level);
    int write = gates.and("write", tick, gates.not(ends));
    gates.connect(shift, gates.mux("shift_next", started, gates.number(0x100), moved), write);
    int valid = gates.flag("valid");
    gates.connect(valid, gates.and("valid_next", ends, level));
    int error = gates.flag("error");
    gates.connect(error, gates.and("error_next", ends, gates.not(level)));
    gates.output(DATA, gates.slice(shift, 1, 8));
    gates.output(VALID, valid);
    gates.output(ERROR, error);
    return gates.build();
  }
}
