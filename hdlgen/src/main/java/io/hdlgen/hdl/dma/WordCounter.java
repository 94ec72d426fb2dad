package io.hdlgen.hdl.dma;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Node.Register;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;

/** Counts 0, 1, ... {@code size - 1} and begins again; a constant if that is 0 alone. */
final class WordCounter {
  private final ModuleBuilder builder;
  private final String name;
  private final int size;
  private final int value;
  private final int last;

  WordCounter(ModuleBuilder builder, String name, int size) {
    this.builder = builder;
    this.name = name;
    this.size = size;
    if (size == 1) {
      value = builder.constant(Origin.of(name), 0);
      last = builder.constant(Origin.of(name + "_always"), 1);
    } else {
      Range range = Range.of(0, size - 1L);
      value = builder.feedback(Origin.of(name), range, Register.ALWAYS, BigInteger.ZERO);
      int end = builder.constant(Origin.of(name + "_end"), size - 1L);
      last = builder.compare(Origin.of(name + "_last"), Comparison.EQUAL, value, end);
    }
  }

  /** Whether the count is {@code size - 1}. */
  int isLast() {
    return last;
  }

  /** Counts on in each cycle in which {@code when} is 1. */
  void advance(int when) {
    if (size > 1) {
      int one = builder.constant(Origin.of(name + "_one"), 1);
      int more = builder.add(Origin.of(name + "_more"), value, one);
      int zero = builder.constant(Origin.of(name + "_zero"), 0);
      int next = builder.mux(Origin.of(name + "_next"), last, zero, more);
      builder.connect(value, builder.known(next, Range.of(0, size - 1L)), when);
    }
  }
}
