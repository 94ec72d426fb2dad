package io.hdlgen.flow.synth;

import io.hdlgen.flow.folder.DesignFolder;
import io.hdlgen.hdl.board.BoardOptions;
import io.hdlgen.hdl.board.BoardTop;
import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.signature.Signature;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the tools of an FPGA are given.
 *
 * @param folder of the design, with {@code network.json} and {@code signature.json}
 * @param netlist the hardware
 * @param verilog its text by file name
 * @param architecture of the network
 * @param latencyCycles from what comes in to what the network says of it
 * @param clockMhz what it was pipelined for
 * @param board makes the top of a board around it; empty if it can have none
 */
public record FpgaDesign(
    DesignFolder folder,
    Netlist netlist,
    SortedMap<String, String> verilog,
    Architecture architecture,
    int latencyCycles,
    double clockMhz,
    Optional<BoardMaker> board) {
  public FpgaDesign {
    verilog = Collections.unmodifiableSortedMap(new TreeMap<>(verilog));
  }

  /** Makes the top of a board. */
  @FunctionalInterface
  public interface BoardMaker {
    /**
     * The Verilog of all but the design; the top is {@link BoardTop#NAME}.
     *
     * @param header lines of comment at the top of every file
     */
    List<VerilogFile> files(BoardOptions options, List<String> header);
  }

  /** A network by itself; on a board it is reached over a serial line. */
  static FpgaDesign of(DesignFiles design) {
    Signature signature = design.signature();
    boolean streams = signature.bus() == Bus.STREAM && signature.loadable().isEmpty();
    return new FpgaDesign(
        design.folder(),
        design.netlist(),
        design.verilog(),
        signature.architecture(),
        signature.latencyCycles(),
        design.options().clockMhz(),
        streams
            ? Optional.of((options, header) -> BoardTop.of(options, signature).files(header))
            : Optional.empty());
  }

  /** Name of its top module. */
  String top() {
    return netlist.top().name();
  }
}
