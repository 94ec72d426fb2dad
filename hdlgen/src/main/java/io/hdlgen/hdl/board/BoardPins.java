package io.hdlgen.hdl.board;

import io.hdlgen.hdl.board.BoardOptions.Reset;
import io.hdlgen.hdl.verilog.CodeBlock;
import io.hdlgen.hdl.verilog.Item;
import io.hdlgen.hdl.verilog.Item.Connection;
import io.hdlgen.hdl.verilog.ModuleSpec;
import io.hdlgen.hdl.verilog.PortSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The outermost module. It is no netlist, in which the reset comes from outside: here it is made.
 */
final class BoardPins {
  private static final String CLOCK = "clk_i";
  private static final String RESET = "reset";

  private BoardPins() {}

  static ModuleSpec of(BoardOptions options, List<String> header) {
    ModuleSpec.Builder spec =
        ModuleSpec.builder(BoardTop.NAME).header(header).port(PortSpec.input(CLOCK, 1));
    List<Connection> reset = new ArrayList<>(List.of(connection(CLOCK, CLOCK)));
    if (options.reset() != Reset.NONE) {
      String pin = BoardTop.resetPin(options.reset());
      spec.port(PortSpec.input(pin, 1));
      reset.add(connection(PowerOnReset.PIN, pin));
    }
    reset.add(connection(PowerOnReset.RESET, RESET));
    List<Connection> bridge =
        new ArrayList<>(
            List.of(
                connection(CLOCK, CLOCK),
                connection("rst_i", RESET),
                connection(Bridge.RECEIVE, Bridge.RECEIVE),
                connection(Bridge.TRANSMIT, Bridge.TRANSMIT)));
    spec.port(PortSpec.input(Bridge.RECEIVE, 1)).port(PortSpec.output(Bridge.TRANSMIT, 1));
    if (options.leds() > 0) {
      spec.port(PortSpec.output(Bridge.LEDS, options.leds()));
      bridge.add(connection(Bridge.LEDS, Bridge.LEDS));
    }
    return spec.item(new Item.Wire(RESET, 1, null))
        .item(new Item.InstanceSpec(PowerOnReset.NAME, "u_" + PowerOnReset.NAME, reset))
        .item(new Item.InstanceSpec(Bridge.NAME, "u_" + Bridge.NAME, bridge))
        .build();
  }

  private static Connection connection(String port, String wire) {
    return new Connection(port, CodeBlock.of("$N", wire));
  }
}
