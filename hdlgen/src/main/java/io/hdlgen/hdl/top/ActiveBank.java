package io.hdlgen.hdl.top;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Node.Register;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.List;

/**
 * Which bank is active, and whether the other is still read. The former survives a reset, as the
 * contents of the banks do: it lies in a memory of one word.
 */
final class ActiveBank {
  private final ModuleBuilder builder;
  private final int cycles;
  private final int drain;
  private final int drains;
  private final int turns;
  private final int awake;
  private int active;

  /**
   * A bank.
   *
   * @param cycles in which it is still read once all layers have begun with the new one
   */
  ActiveBank(ModuleBuilder builder, int cycles) {
    this.builder = builder;
    this.cycles = cycles;
    Range count = Range.unsigned(Range.of(0, cycles).width());
    drain = builder.feedback(role("drain"), count, Register.ALWAYS, BigInteger.ZERO);
    int empty = builder.compare(role("drained"), Comparison.EQUAL, drain, number(0));
    drains = builder.not(role("busy"), empty);
    turns = flag("switch", BigInteger.ZERO);
    int zero = number(0);
    int one = number(1);
    List<BigInteger> asleep = List.of(BigInteger.ZERO);
    awake = builder.memory(role("awake"), Range.BIT, 1, asleep, one, zero, one, zero);
  }

  /** 0 in the first cycle of all, in which registers may hold anything before a reset. */
  int awake() {
    return awake;
  }

  /** The active bank, once {@link #finish} has connected it. */
  int active() {
    return active;
  }

  /** 1 in the cycle before the active bank turns. */
  int turns() {
    return turns;
  }

  /** 1 while the other bank is still read. */
  int busy() {
    return drains;
  }

  /**
   * Connects what turns the bank.
   *
   * @param when 1 where it is to turn; not while busy
   * @param old 1 where a layer has not begun with the active bank, seen a cycle late
   */
  void finish(int when, int old) {
    builder.connect(turns, when);
    int zero = number(0);
    int write = builder.and(role("switch_write"), when, awake);
    int other = flag("bank_other", null);
    active =
        builder.memory(
            role("active"), Range.BIT, 1, List.of(BigInteger.ZERO), write, zero, other, zero);
    builder.connect(other, builder.not(role("bank_next"), active));
    int uses = builder.or(role("uses_old"), builder.or(role("soon"), when, turns), old);
    Range range = builder.range(drain);
    int less = builder.subtract(role("drain_less"), drain, number(1));
    int fewer = builder.slice(role("drain_less"), less, 0, range);
    int rest = builder.mux(role("drain_rest"), drains, fewer, number(0), range);
    builder.connect(drain, builder.mux(role("drain_next"), uses, number(cycles), rest, range));
  }

  private int flag(String name, BigInteger reset) {
    return builder.feedback(role(name), Range.BIT, Register.ALWAYS, reset);
  }

  private int number(long value) {
    return builder.constant(role("number"), value);
  }

  private static Origin role(String name) {
    return Origin.of(name);
  }
}
