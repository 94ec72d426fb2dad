package io.hdlgen.hdl;

import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.metrics.Metrics;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.signature.Signature;
import java.util.List;

/**
 * A generated design.
 *
 * @param files one a module of the netlist, in its order
 */
public record HardwareDesign(
    Netlist netlist, Signature signature, Metrics metrics, List<VerilogFile> files) {
  public HardwareDesign {
    files = List.copyOf(files);
  }
}
