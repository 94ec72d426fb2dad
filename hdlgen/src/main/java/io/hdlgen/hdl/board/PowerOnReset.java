package io.hdlgen.hdl.board;

import io.hdlgen.hdl.board.BoardOptions.Reset;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.List;

/**
 * A reset of 255 cycles after configuration, and after a pin that resets is let go: longer than the
 * memories of an iCE40 need before they show their contents, and than a contact bounces at no more
 * than some hundred kilohertz; slower bounces reset anew.
 */
final class PowerOnReset {
  static final String NAME = "hdlgen_reset";
  static final String PIN = "pin_i";
  static final String RESET = "reset_o";

  private static final int BITS = 8;

  private PowerOnReset() {}

  /** The module. It has no reset: a memory of one word says that the first cycle is over. */
  static HdlModule of(Reset reset) {
    Gates gates = new Gates(NAME);
    int zero = gates.number(0);
    int one = gates.number(1);
    int awake =
        gates
            .builder()
            .memory(
                Origin.of("awake"), Range.BIT, 1, List.of(BigInteger.ZERO), one, zero, one, zero);
    int run = awake;
    if (reset != Reset.NONE) {
      int pin = gates.input(PIN, 1);
      int first = gates.data("first", 1);
      gates.connect(first, reset == Reset.ACTIVE_LOW ? pin : gates.not(pin));
      int second = gates.data("second", 1);
      gates.connect(second, first);
      run = gates.and("run", awake, second);
    }
    int count = gates.data("count", BITS);
    int over = gates.equal("over", count, (1 << BITS) - 1);
    int next = gates.mux("count_on", over, count, gates.more(count));
    gates.connect(count, gates.mux("count_next", run, next, zero));
    int out = gates.data("reset", 1);
    gates.connect(out, gates.not(gates.and("running", run, over)));
    gates.output(RESET, out);
    return gates.build();
  }
}
