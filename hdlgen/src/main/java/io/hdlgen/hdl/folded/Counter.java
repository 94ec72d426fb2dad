package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Node.Register;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;

/** Counts 0, 1, ... {@code size - 1} and begins again; nothing but constants if that is 0 alone. */
final class Counter {
  private final ModuleBuilder builder;
  private final Origin origin;
  private final int size;
  private final int value;
  private final int last;
  private final int first;

  Counter(ModuleBuilder builder, Origin origin, int size) {
    this.builder = builder;
    this.origin = origin;
    this.size = size;
    if (size == 1) {
      value = builder.constant(origin, 0);
      last = builder.constant(origin.as("always"), 1);
      first = last;
    } else {
      value = builder.feedback(origin, Range.of(0, size - 1), Register.ALWAYS, BigInteger.ZERO);
      last = is(origin.as(origin.role() + "_last"), size - 1);
      first = is(origin.as(origin.role() + "_first"), 0);
    }
  }

  private int is(Origin name, int wanted) {
    return builder.compare(
        name, Comparison.EQUAL, value, builder.constant(origin.as("bound"), wanted));
  }

  /** The count. */
  int value() {
    return value;
  }

  /** Whether the count is 0. */
  int isFirst() {
    return first;
  }

  /** Whether the count is {@code size - 1}. */
  int isLast() {
    return last;
  }

  /** The count after this one, without regard to when. */
  int next() {
    if (size == 1) {
      return value;
    }
    int one = builder.constant(origin.as("one"), 1);
    int more = builder.add(origin.as(origin.role() + "_more"), value, one);
    int zero = builder.constant(origin.as("zero"), 0);
    int next = builder.mux(origin.as(origin.role() + "_next"), last, zero, more);
    return builder.known(next, Range.of(0, size - 1));
  }

  /** Counts on in each cycle in which {@code when} is 1. */
  void advance(int when) {
    if (size > 1) {
      builder.connect(value, next(), when);
    }
  }

  /** Counts on in each cycle in which {@code when} is 1; to 0 where {@code end} is, too. */
  void advance(int when, int end) {
    if (size > 1) {
      int zero = builder.constant(origin.as("zero"), 0);
      Range range = Range.of(0, size - 1);
      int next = builder.mux(origin.as(origin.role() + "_turn"), end, zero, next(), range);
      builder.connect(value, next, when);
    }
  }
}
