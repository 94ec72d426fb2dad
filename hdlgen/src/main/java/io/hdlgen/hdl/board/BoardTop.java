package io.hdlgen.hdl.board;

import io.hdlgen.hdl.emit.VerilogEmitter;
import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.hdl.verify.NetlistVerifier;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * The top of a board: a core that is reached over a serial line.
 *
 * <p>The pins of the module {@value #NAME} are {@code clk_i}, {@code uart_rx_i}, {@code uart_tx_o},
 * {@code led_o} if there are diodes, and the pin that resets if there is one: {@code rst_i}, or
 * {@code rst_ni} where it is active low.
 */
public final class BoardTop {
  /** Name of the top module. */
  public static final String NAME = BoardPins.NAME;

  /** Pin that bytes come in at. */
  public static final String RECEIVE = Bridge.RECEIVE;

  /** Pin that bytes go out at. */
  public static final String TRANSMIT = Bridge.TRANSMIT;

  /** Pins of the diodes. */
  public static final String LEDS = Bridge.LEDS;

  private static final String OURS = "hdlgen_";

  private final BoardOptions options;
  private final Signature core;
  private final WireLayout layout;

  private BoardTop(BoardOptions options, Signature core) {
    this.options = options;
    this.core = core;
    this.layout = WireLayout.of(core);
    if (core.top().startsWith(OURS)) {
      throw new InvalidInputException(
          core.top(), "a design whose name begins with " + OURS, "another name, by --top");
    }
  }

  /**
   * The top of a board for a core.
   *
   * @throws InvalidInputException if the core has registers for a processor, needs more bytes than
   *     a serial line is good for, or has a name of ours
   */
  public static BoardTop of(BoardOptions options, Signature core) {
    return new BoardTop(options, core);
  }

  /** Where features and results lie in the bytes on the line. */
  public WireLayout layout() {
    return layout;
  }

  /**
   * The Verilog, one file a module, the top last. The core is an instance by its name; its files
   * are those of the design.
   *
   * @param header lines of comment at the top of every file
   */
  public List<VerilogFile> files(List<String> header) {
    Netlist netlist = bridge(List.of(CoreStub.of(core)));
    NetlistVerifier.verify(netlist);
    List<VerilogFile> files =
        new ArrayList<>(new VerilogEmitter(header, (layer, neuron) -> List.of()).emit(netlist));
    files.removeIf(file -> file.name().equals(core.top() + ".v"));
    files.addAll(BoardPins.files(options.reset(), netlist.top(), header));
    return files;
  }

  /**
   * All but the pins and the reset, with the core: {@code uart_rx_i}, {@code uart_tx_o} and {@code
   * led_o}. For simulation.
   */
  public Netlist bridge(Netlist design) {
    return bridge(design.modules());
  }

  private Netlist bridge(List<HdlModule> design) {
    List<HdlModule> modules = new ArrayList<>(design);
    HdlModule stream = design.get(design.size() - 1);
    if (core.architecture() == Architecture.COMBINATIONAL) {
      stream = RegisteredCore.of(stream, layout);
      modules.add(stream);
    }
    modules.addAll(Bridge.of(options, layout, stream));
    return new Netlist(modules);
  }
}
