package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.folding.CycleReport;
import io.hdlgen.hdl.folding.FoldedShape;
import io.hdlgen.hdl.folding.QueueDepths;
import io.hdlgen.hdl.netlist.Netlist;
import java.util.List;
import java.util.Optional;

/**
 * A folded design.
 *
 * @param delays of each layer, from a slot's issue to the write of its result, in cycles
 * @param cycles what the pipeline does, exactly
 * @param worstNs estimate of the longest logic delay between two registers, in ns
 * @param loadable what can be loaded; empty if all numbers are built in
 */
public record FoldedDesign(
    Netlist netlist,
    FoldedShape shape,
    List<Integer> delays,
    QueueDepths depths,
    CycleReport cycles,
    double worstNs,
    Optional<LoadableDesign> loadable) {
  public FoldedDesign {
    delays = List.copyOf(delays);
  }
}
