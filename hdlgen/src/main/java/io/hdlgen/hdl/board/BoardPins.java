package io.hdlgen.hdl.board;

import io.hdlgen.hdl.board.BoardOptions.Reset;
import io.hdlgen.hdl.emit.VerilogEmitter;
import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.verify.NetlistVerifier;
import io.hdlgen.hdl.verilog.CodeBlock;
import io.hdlgen.hdl.verilog.Item;
import io.hdlgen.hdl.verilog.Item.Connection;
import io.hdlgen.hdl.verilog.ModuleSpec;
import io.hdlgen.hdl.verilog.PortSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The outermost module of a board, around a module with clock and reset. It is no netlist, in which
 * the reset comes from outside: here it is made.
 *
 * <p>The pins of the module {@value #NAME} are {@code clk_i}, the pin that resets if there is one
 * ({@code rst_i}, or {@code rst_ni} where it is active low), and the ports of the module within.
 */
public final class BoardPins {
  /** Name of the module. */
  public static final String NAME = "hdlgen_board";

  private static final String CLOCK = "clk_i";
  private static final String RESET = "reset";

  private BoardPins() {}

  /**
   * The Verilog: the reset, and the outermost module last.
   *
   * @param reset the pin that resets, if there is one
   * @param inner the module within; its files are not among these
   * @param header lines of comment at the top of every file
   */
  public static List<VerilogFile> files(Reset reset, HdlModule inner, List<String> header) {
    Netlist maker = new Netlist(List.of(PowerOnReset.of(reset)));
    NetlistVerifier.verify(maker);
    List<VerilogFile> files =
        new ArrayList<>(new VerilogEmitter(header, (layer, neuron) -> List.of()).emit(maker));
    files.add(new VerilogFile(NAME + ".v", spec(reset, inner, header).print()));
    return files;
  }

  private static ModuleSpec spec(Reset reset, HdlModule inner, List<String> header) {
    ModuleSpec.Builder spec =
        ModuleSpec.builder(NAME).header(header).port(PortSpec.input(CLOCK, 1));
    List<Connection> maker = new ArrayList<>(List.of(connection(CLOCK, CLOCK)));
    if (reset != Reset.NONE) {
      String pin = pin(reset);
      spec.port(PortSpec.input(pin, 1));
      maker.add(connection(PowerOnReset.PIN, pin));
    }
    maker.add(connection(PowerOnReset.RESET, RESET));
    List<Connection> within =
        new ArrayList<>(List.of(connection(CLOCK, CLOCK), connection("rst_i", RESET)));
    for (Node.Input input : inner.inputs()) {
      spec.port(PortSpec.input(input.name(), input.width()));
      within.add(connection(input.name(), input.name()));
    }
    for (Node.Output output : inner.outputs()) {
      spec.port(PortSpec.output(output.name(), output.width()));
      within.add(connection(output.name(), output.name()));
    }
    return spec.item(new Item.Wire(RESET, 1, null))
        .item(new Item.InstanceSpec(PowerOnReset.NAME, "u_" + PowerOnReset.NAME, maker))
        .item(new Item.InstanceSpec(inner.name(), "u_" + inner.name(), within))
        .build();
  }

  /** Name of the pin that resets; empty if there is none. */
  static String pin(Reset reset) {
    return switch (reset) {
      case NONE -> "";
      case ACTIVE_HIGH -> "rst_i";
      case ACTIVE_LOW -> "rst_ni";
    };
  }

  private static Connection connection(String port, String wire) {
    return new Connection(port, CodeBlock.of("$N", wire));
  }
}
