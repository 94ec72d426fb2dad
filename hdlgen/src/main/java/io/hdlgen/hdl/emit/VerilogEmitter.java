package io.hdlgen.hdl.emit;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import java.util.List;

/** Prints a netlist as Verilog, one file a module. */
public final class VerilogEmitter {
  private final List<String> header;
  private final NeuronComments comments;

  /**
   * @param header lines of comment at the top of every file
   */
  public VerilogEmitter(List<String> header, NeuronComments comments) {
    this.header = List.copyOf(header);
    this.comments = comments;
  }

  /** The files, in the netlist's order. */
  public List<VerilogFile> emit(Netlist netlist) {
    return netlist.modules().stream().map(module -> emit(netlist, module)).toList();
  }

  private VerilogFile emit(Netlist netlist, HdlModule module) {
    String text = new ModuleEmitter(netlist, module, comments).emit(header).print();
    return new VerilogFile(module.name() + ".v", text);
  }
}
