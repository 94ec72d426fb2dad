package io.hdlgen.hdl.emit;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Node;

/** Sorts the nodes of a pipeline by the number of registers before them. */
final class Stages {
  private Stages() {}

  /**
   * The stage of every node: the most registers on a way to it from an input.
   *
   * @return null if the module is no pipeline: it has no registers, feedback, or memories
   */
  static int[] of(HdlModule module) {
    int[] stages = new int[module.nodes().size()];
    boolean registers = false;
    for (int index = 0; index < stages.length; index++) {
      Node node = module.node(index);
      for (int operand : node.operands()) {
        if (operand >= index) {
          return null;
        }
        stages[index] = Math.max(stages[index], stages[operand]);
      }
      if (node instanceof Node.Register) {
        registers = true;
        stages[index]++;
      } else if (node instanceof Node.Instance || node instanceof Node.State) {
        return null;
      }
    }
    return registers ? stages : null;
  }
}
