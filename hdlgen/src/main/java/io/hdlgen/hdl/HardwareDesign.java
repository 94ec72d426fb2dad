package io.hdlgen.hdl;

import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.folded.FoldedDesign;
import io.hdlgen.hdl.metrics.Metrics;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.signature.Signature;
import java.util.List;
import java.util.Optional;

/**
 * A generated design.
 *
 * @param files one a module of the netlist, in its order
 * @param folded what is known of a folded design beside
 */
public record HardwareDesign(
    Netlist netlist,
    Signature signature,
    Metrics metrics,
    List<VerilogFile> files,
    Optional<FoldedDesign> folded) {
  public HardwareDesign {
    files = List.copyOf(files);
  }
}
