package io.hdlgen.hdl.pass;

import io.hdlgen.hdl.netlist.Netlist;
import java.util.List;

/** The passes in the order in which they run, and why in that order. */
public final class PassOrder {
  /** What runs on the combinational data path, before it is pipelined. */
  public static final List<Pass> DATAPATH =
      List.of(
          // Lowering leaves neutral operands and decided comparisons; without them, more is equal.
          new FoldConstants(),
          // Before narrowing, so that forms are computed once for nodes that are the same.
          new ShareSubexpressions(),
          // Exact ranges decide comparisons and turn sums into constants ...
          new NarrowRanges(),
          // ... which folding uses.
          new FoldConstants(),
          // Last: every pass above leaves behind what it has replaced.
          new RemoveDeadNodes());

  /** What runs on the whole design, with registers and top. */
  public static final List<Pass> DESIGN =
      List.of(
          // Tops cut every feature out of the beat; the first layer may not read them all.
          new RemoveDeadNodes());

  /** What runs on a folded design; its data paths have been through {@link #DATAPATH}. */
  public static final List<Pass> FOLDED =
      List.of(
          // Counters of one step, and weights of a single slot, are constants.
          new FoldConstants(),
          // Lanes are cut out of words again and again.
          new ShareSubexpressions(),
          new RemoveDeadNodes());

  private PassOrder() {}

  /** The netlist after all of {@code passes}. */
  public static Netlist run(List<Pass> passes, Netlist netlist) {
    Netlist current = netlist;
    for (Pass pass : passes) {
      current = pass.run(current);
    }
    return current;
  }
}
