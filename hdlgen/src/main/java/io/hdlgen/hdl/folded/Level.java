package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;

/** A number of words, 0 to {@code most}, that grows and shrinks by one. */
record Level(ModuleBuilder builder, int most) {

  /** {@code value + plus - minus}, which is known to stay in the range. */
  int moved(Origin origin, int value, int plus, int minus) {
    Range wide = Range.of(0, most + 1L);
    int more = builder.add(origin.as(origin.role() + "_more"), value, plus, wide);
    int less =
        builder.subtract(origin.as(origin.role() + "_less"), more, minus, Range.of(-1, most + 1L));
    return builder.known(less, Range.of(0, most));
  }

  /** Whether a number is not 0. */
  int isSome(Origin origin, int value) {
    int zero = builder.constant(origin.as("zero"), 0);
    return builder.not(
        origin, builder.compare(origin.as("no_" + origin.role()), Comparison.EQUAL, value, zero));
  }
}
