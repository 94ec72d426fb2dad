package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Node.Register;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Results that wait to be taken, the oldest in the register that drives the port. */
final class ResultQueue {
  static final String TAKE = "take_i";
  static final String VALID = "valid_o";

  private final ModuleBuilder builder;
  private final int depth;

  private ResultQueue(String name, int depth) {
    this.builder = new ModuleBuilder(name);
    this.depth = depth;
  }

  static HdlModule of(String name, int depth, int bits) {
    return new ResultQueue(name, depth).build(bits);
  }

  private HdlModule build(int bits) {
    int write = builder.input(Origin.of("write"), Range.BIT, LayerModule.WRITE_IN);
    int word = builder.input(Origin.of("word"), Range.unsigned(bits), LayerModule.WORD_IN);
    int ready = builder.input(Origin.of("ready"), Range.BIT, TAKE);
    int valid = builder.feedback(Origin.of("valid"), Range.BIT, Register.ALWAYS, BigInteger.ZERO);
    int taken = builder.and(Origin.of("taken"), valid, ready);

    int held =
        builder.feedback(Origin.of("held"), Range.of(0, depth), Register.ALWAYS, BigInteger.ZERO);
    Level level = new Level(builder, depth);
    int nextHeld = level.moved(Origin.of("held"), held, write, taken);
    builder.connect(held, nextHeld);
    builder.connect(valid, level.isSome(Origin.of("result_next"), nextHeld));

    // Where the word goes: behind those that stay.
    int stay = builder.subtract(Origin.of("stay"), held, taken, Range.of(-1, depth));
    int behind = -1;
    List<Integer> entries = new ArrayList<>();
    for (int e = depth - 1; e >= 0; e--) {
      int entry =
          builder.feedback(Origin.of("entry" + e), Range.unsigned(bits), Register.ALWAYS, null);
      int here =
          builder.compare(
              Origin.of("here"), Comparison.EQUAL, stay, builder.constant(Origin.of("place"), e));
      int shifted = behind < 0 ? word : behind;
      int next = builder.mux(Origin.of("entry_next"), here, word, shifted);
      int enable =
          builder.or(Origin.of("moves"), taken, builder.and(Origin.of("lands"), write, here));
      builder.connect(entry, next, enable);
      entries.add(entry);
      behind = entry;
    }
    builder.output(Origin.of("valid"), VALID, valid);
    builder.output(Origin.of("taken"), LayerModule.FREED_OUT, taken);
    builder.output(Origin.of("result"), LayerModule.WORD_OUT, entries.get(depth - 1));
    return builder.build();
  }
}
