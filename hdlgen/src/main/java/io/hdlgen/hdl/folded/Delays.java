package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;

/** Values of earlier cycles. */
record Delays(ModuleBuilder builder) {

  /** A value of {@code cycles} cycles ago. */
  int data(Origin origin, int node, int cycles) {
    int delayed = node;
    for (int c = 0; c < cycles; c++) {
      delayed = builder.register(due(origin, cycles - 1 - c), delayed, Node.Register.ALWAYS);
    }
    return delayed;
  }

  /** A flag of {@code cycles} cycles ago; 0 after a reset. */
  int flag(Origin origin, int node, int cycles) {
    int delayed = node;
    for (int c = 0; c < cycles; c++) {
      int next =
          builder.feedback(
              due(origin, cycles - 1 - c), Range.BIT, Node.Register.ALWAYS, BigInteger.ZERO);
      builder.connect(next, delayed);
      delayed = next;
    }
    return delayed;
  }

  /** What it is after so many more cycles. */
  private static Origin due(Origin origin, int cycles) {
    return cycles == 0 ? origin : origin.as(origin.role() + "_in" + cycles);
  }
}
