package io.hdlgen.hdl.board;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Node.Register;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** A module of control logic: bits and small unsigned numbers, none of which has a layer. */
public final class Gates {
  private final ModuleBuilder builder;

  public Gates(String module) {
    this.builder = new ModuleBuilder(module);
  }

  public ModuleBuilder builder() {
    return builder;
  }

  public HdlModule build() {
    return builder.build();
  }

  public int input(String port, int width) {
    return builder.input(Origin.of(port), Range.unsigned(width), port);
  }

  public void output(String port, int node) {
    builder.output(Origin.of(port), port, node);
  }

  public Map<String, Integer> instance(HdlModule module, Map<String, Integer> connections) {
    return builder.instance(Origin.of("u_" + module.name()), module, connections);
  }

  public int width(int node) {
    return builder.node(node).width();
  }

  public int number(long value) {
    return builder.constant(Origin.of("number"), value);
  }

  /** A constant in a field of so many bits. */
  public int field(long value, int width) {
    return builder.extend(number(value), width);
  }

  public int and(String name, int first, int... others) {
    int result = first;
    for (int other : others) {
      result = builder.and(Origin.of(name), result, other);
    }
    return result;
  }

  public int or(String name, int first, int... others) {
    int result = first;
    for (int other : others) {
      result = builder.or(Origin.of(name), result, other);
    }
    return result;
  }

  public int xor(String name, int left, int right) {
    return builder.append(new Node.Xor(Origin.of(name), Range.unsigned(width(left)), left, right));
  }

  public int not(int node) {
    return builder.not(Origin.of("not"), node);
  }

  public int equal(String name, int node, long value) {
    return builder.compare(Origin.of(name), Comparison.EQUAL, node, number(value));
  }

  public int same(String name, int left, int right) {
    return builder.compare(Origin.of(name), Comparison.EQUAL, left, right);
  }

  public int mux(String name, int select, int ifOne, int ifZero) {
    Range range = Range.unsigned(Math.max(width(ifOne), width(ifZero)));
    return builder.mux(Origin.of(name), select, ifOne, ifZero, range);
  }

  public int bit(int node, int low) {
    return slice(node, low, 1);
  }

  public int slice(int node, int low, int width) {
    return builder.slice(Origin.of("slice"), node, low, Range.unsigned(width));
  }

  /** The nodes side by side, the first one lowest. */
  public int concat(String name, Integer... nodes) {
    return builder.concat(Origin.of(name), List.of(nodes));
  }

  /** A bit that reset clears. */
  public int flag(String name) {
    return register(name, 1, 0);
  }

  /** A register whose next value {@link #connect} gives. */
  public int register(String name, int width, long reset) {
    return builder.feedback(
        Origin.of(name), Range.unsigned(width), Register.ALWAYS, BigInteger.valueOf(reset));
  }

  /** A register that reset leaves alone. */
  public int data(String name, int width) {
    return builder.feedback(Origin.of(name), Range.unsigned(width), Register.ALWAYS, null);
  }

  public void connect(int register, int next) {
    builder.connect(register, next);
  }

  public void connect(int register, int next, int enable) {
    builder.connect(register, next, enable);
  }

  /** A bit that {@code set} sets and {@code clear} clears; set wins. */
  public void setAndClear(int flag, int set, int clear) {
    connect(flag, or("set", set, and("kept", flag, not(clear))));
  }

  /** One more, or all zeros after all ones. */
  public int more(int node) {
    int sum = builder.add(Origin.of("more"), node, number(1));
    return slice(sum, 0, width(node));
  }

  /** One less, or all ones after all zeros. */
  public int less(int node) {
    int difference = builder.subtract(Origin.of("less"), node, number(1));
    return slice(difference, 0, width(node));
  }

  /** The entry at {@code index}, whatever beyond the last one. */
  public int choose(String name, List<Integer> entries, int index) {
    return choose(name, entries, index, 0, width(index));
  }

  private int choose(String name, List<Integer> entries, int index, int first, int bits) {
    if (bits == 0 || first + 1 >= entries.size()) {
      return entries.get(first);
    }
    int half = 1 << (bits - 1);
    int low = choose(name, entries, index, first, bits - 1);
    if (first + half >= entries.size()) {
      return low;
    }
    int high = choose(name, entries, index, first + half, bits - 1);
    return mux(name, bit(index, bits - 1), high, low);
  }
}
