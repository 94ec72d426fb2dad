package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Range;
import java.util.List;

/** What becomes of the sums of a group of neurons. */
interface OutputStage {
  /** What comes out, of any neuron. */
  Range output();

  /** Cycles from sums to outputs. */
  int cycles();

  /**
   * Builds the stage.
   *
   * @param words where parameters come from
   * @param sums one a neuron of the group
   * @param ready 1 in the cycle before the one in which {@code sums} are those of a group
   * @param cycles from the issue of a slot to {@code ready}
   * @return one node a neuron, {@link #cycles} after the sums
   */
  List<Integer> build(
      ModuleBuilder builder, WordSource words, List<Integer> sums, int ready, int cycles);
}
