package io.hdlgen.canids.rtl.receiver;

import io.hdlgen.hdl.board.Gates;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.pass.PassOrder;
import java.util.List;
import java.util.Map;

/**
 * The receiver: bits, frames and time, with the ports of {@link ReceiverPorts}, {@code clk_i} and a
 * synchronous {@code rst_i}. Pulses are one clock wide.
 *
 * <p>After each {@code sof_o} comes exactly one of {@code frame_ok_o} and {@code frame_error_o}. It
 * listens only: it neither acknowledges nor sends error flags.
 */
public final class CanReceiver {
  /** Name of the top module. */
  public static final String NAME = "hdlgen_can_receiver";

  /** Clocks from the one that samples a bit at the pin to the one in which its pulses are out. */
  public static final int LATENCY_CYCLES = 5;

  private CanReceiver() {}

  /** The receiver as a netlist of its own. */
  public static Netlist netlist(ReceiverOptions options) {
    return PassOrder.run(PassOrder.FOLDED, new Netlist(modules(options)));
  }

  /** The modules to build in elsewhere, the receiver last. */
  public static List<HdlModule> modules(ReceiverOptions options) {
    HdlModule bits = BitModule.of(options.timing());
    HdlModule frame = FrameModule.create();
    HdlModule time = TimeModule.of(options.clockMhz(), options.timeBits());
    return List.of(bits, frame, time, top(bits, frame, time));
  }

  private static HdlModule top(HdlModule bits, HdlModule frame, HdlModule time) {
    Gates gates = new Gates(NAME);
    int line = gates.input(ReceiverPorts.LINE, 1);
    // A register because the two modules read each other; a clock is far less than a bit.
    int hard = gates.register("hard", 1, 1);
    Map<String, Integer> bit =
        gates.instance(bits, Map.of(ReceiverPorts.LINE, line, BitModule.HARD, hard));
    Map<String, Integer> parts =
        gates.instance(
            frame,
            Map.of(
                "sample_i", bit.get(BitModule.SAMPLE),
                "level_i", bit.get(BitModule.LEVEL),
                "last_i", bit.get(BitModule.LAST),
                "fall_i", bit.get(BitModule.FALL)));
    gates.connect(hard, parts.get(FrameModule.HARD));
    Map<String, Integer> stamp =
        gates.instance(time, Map.of(TimeModule.KEEP, parts.get(FrameModule.BEGIN)));
    parts.forEach(
        (port, node) -> {
          if (!port.equals(FrameModule.HARD) && !port.equals(FrameModule.BEGIN)) {
            gates.output(port, node);
          }
        });
    gates.output(ReceiverPorts.TIME, stamp.get(ReceiverPorts.TIME));
    return gates.build();
  }
}
