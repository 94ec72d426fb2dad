package io.hdlgen.hdl.top;

import io.hdlgen.hdl.load.LoadMap;
import io.hdlgen.hdl.load.LoadRegister;
import io.hdlgen.hdl.load.LoadRegister.Status;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Node.Register;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The registers on AXI4-Lite by which a network is loaded into the bank that is not active, and by
 * which the banks are switched.
 *
 * <p>Which bank is active survives a reset, as the contents of the banks do: it lies in a memory of
 * one word. That the other bank is loaded does not.
 */
public final class LoadPort {
  public static final String WRITE = "load_write_o";
  public static final String BANK = "load_bank_o";
  public static final String COLUMN = "load_column_o";
  public static final String AT = "load_at_o";
  public static final String DATA = "load_data_o";
  public static final String ACTIVE = "active_o";
  public static final String SWITCH = "switch_o";
  public static final String OLD = "old_i";
  public static final String ILLEGAL = "illegal_i";

  private final ModuleBuilder builder;
  private final LoadMap map;
  private final WritePort write;
  private final ReadPort read;

  private LoadPort(String name, LoadMap map) {
    this.builder = new ModuleBuilder(name);
    this.map = map;
    this.write = new WritePort(builder, LoadRegister.ADDRESS_BITS);
    this.read = new ReadPort(builder, LoadRegister.ADDRESS_BITS);
  }

  /**
   * The module.
   *
   * @param shape checksum of the declaration
   * @param cycles after which no layer reads the old bank any more, once all have begun with the
   *     new one
   */
  public static HdlModule of(String name, LoadMap map, int shape, int cycles) {
    return new LoadPort(name, map).build(Integer.toUnsignedLong(shape), cycles);
  }

  private HdlModule build(long shape, int cycles) {
    int old = builder.input(role("old"), Range.BIT, OLD);
    int illegal = builder.input(role("illegal"), Range.BIT, ILLEGAL);
    Crc32 crc = new Crc32(builder);
    Map<Status, Integer> status = new EnumMap<>(Status.class);
    for (Status bit : Status.values()) {
      if (bit != Status.ACTIVE && bit != Status.BUSY) {
        status.put(bit, flag(bit.name().toLowerCase(java.util.Locale.ROOT)));
      }
    }
    int expected =
        builder.feedback(role("expected"), Range.unsigned(32), Register.ALWAYS, BigInteger.ZERO);
    int words = map.words();
    int position =
        builder.feedback(role("position"), count(words), Register.ALWAYS, BigInteger.ZERO);
    int drain = builder.feedback(role("drain"), count(cycles), Register.ALWAYS, BigInteger.ZERO);
    int busy = isNot(role("busy"), drain, 0);
    status.put(Status.BUSY, busy);

    // Commands wait until the checksum has taken the last word in.
    int commit = and("commit", write.pending, not("crc_ready", crc.busy()));
    int whole = builder.compare(role("whole"), Comparison.EQUAL, write.strobes, number(15));
    int act = and("act", commit, whole);
    int control = and("control", act, written(LoadRegister.CONTROL));
    int begin = and("begins", command(control, 1 << LoadRegister.BEGIN_BIT), not("free", busy));
    int commits =
        and("commits", command(control, 1 << LoadRegister.COMMIT_BIT), status.get(Status.LOADING));
    int turn = and("turn", status.get(Status.LOADED), not("settled", busy));
    int switches = and("switches", command(control, 1 << LoadRegister.SWITCH_BIT), turn);
    int more = isNot(role("more"), position, words);
    int takes = and("takes", status.get(Status.LOADING), more);
    int take = and("take", and("data", act, written(LoadRegister.DATA)), takes);
    int expects = and("expects", act, written(LoadRegister.CRC));
    builder.connect(expected, write.data, expects);
    crc.finish(begin, take, write.data);

    int zero = number(0);
    Range places = count(words);
    int further = more("further", position);
    int moved = builder.mux(role("moved"), crc.first(), further, position, places);
    builder.connect(position, builder.mux(role("position_next"), begin, zero, moved, places));

    int active = active(switches);
    int turned = flag("turned");
    builder.connect(turned, switches);
    status.put(Status.ACTIVE, active);
    drain(drain, cycles, or("uses_old", or("just", switches, turned), old));

    int same = builder.compare(role("same"), Comparison.EQUAL, crc.value(), expected);
    int good =
        and(
            "good",
            and("in_range", same, not("ranges", status.get(Status.RANGE_ERROR))),
            not("complete", more));
    int loaded = or("loaded_set", status.get(Status.LOADED), and("accepts", commits, good));
    builder.connect(status.get(Status.LOADED), and("loaded_next", loaded, not("kept", begin)));
    int loading = and("loading_on", status.get(Status.LOADING), not("no_commit", commits));
    builder.connect(status.get(Status.LOADING), or("loading_next", loading, begin));
    sticky(status.get(Status.CRC_ERROR), and("crc_wrong", commits, not("differs", same)), begin);
    sticky(status.get(Status.LENGTH_ERROR), and("short", commits, more), begin);
    sticky(status.get(Status.RANGE_ERROR), illegal, begin);
    int done = or("done", or("done_begin", begin, commits), or("done_data", take, expects));
    int failed = and("failed", commits, not("no_good", good));
    int obeyed = or("obeyed", done, switches);
    int refused = or("refused", and("not_done", commit, not("not_obeyed", obeyed)), failed);
    sticky(status.get(Status.REFUSED), refused, begin);

    columns(begin, crc);
    builder.output(role("load_write"), WRITE, crc.first());
    builder.output(role("load_bank"), BANK, not("other", active));
    builder.output(role("load_data"), DATA, crc.data());
    builder.output(role("active"), ACTIVE, active);
    builder.output(role("switch"), SWITCH, turned);
    write.finish(commit, refused);
    SortedMap<Integer, Integer> values = new TreeMap<>();
    put(values, LoadRegister.ID, number(LoadRegister.ID_VALUE));
    put(values, LoadRegister.VERSION, number(LoadRegister.VERSION_VALUE));
    put(values, LoadRegister.CONTROL, zero);
    List<Integer> bits = new ArrayList<>();
    for (Status bit : Status.values()) {
      bits.add(status.get(bit));
    }
    put(values, LoadRegister.STATUS, builder.concat(role("status"), bits));
    put(values, LoadRegister.SHAPE, number(shape));
    put(values, LoadRegister.WORDS, number(words));
    put(values, LoadRegister.POSITION, position);
    put(values, LoadRegister.CRC, crc.value());
    read.finish(values);
    return builder.build();
  }

  /** The active bank, which a reset does not change; it turns two cycles after {@code switches}. */
  private int active(int switches) {
    // The memory shows the bank in the cycle after the one in which it holds it.
    int zero = number(0);
    int bank = builder.feedback(role("bank_to"), Range.BIT, Register.ALWAYS, null);
    int active =
        builder.memory(
            role("active"), Range.BIT, 1, List.of(BigInteger.ZERO), switches, zero, bank, zero);
    builder.connect(bank, not("bank_other", active));
    return active;
  }

  /** Counts down from {@code cycles} once {@code old} is 0. */
  private void drain(int drain, int cycles, int old) {
    Range range = count(cycles);
    int less = builder.subtract(role("drain_less"), drain, number(1));
    int fewer = builder.slice(role("drain_less"), less, 0, range);
    int rest =
        builder.mux(role("drain_rest"), isNot(role("drains"), drain, 0), fewer, number(0), range);
    builder.connect(drain, builder.mux(role("drain_next"), old, number(cycles), rest, range));
  }

  /** Where the next word goes. */
  private void columns(int begin, Crc32 crc) {
    int count = map.columns().size();
    Range rows = count(map.mostRows() - 1);
    Range numbers = count(count - 1);
    int at = builder.feedback(role("load_at"), rows, Register.ALWAYS, BigInteger.ZERO);
    int column = builder.feedback(role("load_column"), numbers, Register.ALWAYS, BigInteger.ZERO);
    List<BigInteger> lasts =
        map.columns().stream().map(c -> BigInteger.valueOf(c.table().rows().size() - 1L)).toList();
    int last = builder.rom(role("last_row"), column, lasts, rows);
    int ends = builder.compare(role("column_ends"), Comparison.EQUAL, at, last);
    int zero = number(0);
    int down = more("down", at);
    int turned = builder.mux(role("at_turned"), ends, zero, down, rows);
    int at2 = builder.mux(role("at_kept"), crc.first(), turned, at, rows);
    builder.connect(at, builder.mux(role("at_next"), begin, zero, at2, rows));
    int full = builder.compare(role("last_column"), Comparison.EQUAL, column, number(count - 1L));
    int step = and("column_step", and("row_end", crc.first(), ends), not("not_last", full));
    int next = more("column_more", column);
    int kept = builder.mux(role("column_kept"), step, next, column, numbers);
    builder.connect(column, builder.mux(role("column_next"), begin, zero, kept, numbers));
    builder.output(role("load_column"), COLUMN, column);
    builder.output(role("load_at"), AT, at);
  }

  /** All numbers of the field that counts so far. */
  private static Range count(int most) {
    return Range.unsigned(Range.of(0, most).width());
  }

  /** A count and one more. */
  private int more(String name, int count) {
    int more = builder.add(role(name), count, number(1));
    return builder.slice(role(name), more, 0, builder.range(count));
  }

  private void sticky(int flag, int set, int clear) {
    int on = or("sticky", flag, set);
    builder.connect(flag, and("sticky_next", on, not("not_cleared", clear)));
  }

  private int command(int control, long bits) {
    return and(
        "command",
        control,
        builder.compare(role("is"), Comparison.EQUAL, write.data, number(bits)));
  }

  private int written(LoadRegister register) {
    return builder.compare(
        role("at_" + register.name().toLowerCase(java.util.Locale.ROOT)),
        Comparison.EQUAL,
        write.word,
        number(register.offset() / 4));
  }

  private static void put(SortedMap<Integer, Integer> values, LoadRegister register, int value) {
    values.put(register.offset() / 4, value);
  }

  private int isNot(Origin origin, int value, long wanted) {
    int is = builder.compare(origin.as("is"), Comparison.EQUAL, value, number(wanted));
    return builder.not(origin, is);
  }

  private int number(long value) {
    return builder.constant(role("number"), value);
  }

  private int and(String name, int left, int right) {
    return builder.and(role(name), left, right);
  }

  private int or(String name, int left, int right) {
    return builder.or(role(name), left, right);
  }

  private int not(String name, int operand) {
    return builder.not(role(name), operand);
  }

  private int flag(String name) {
    return builder.feedback(role(name), Range.BIT, Register.ALWAYS, BigInteger.ZERO);
  }

  private static Origin role(String name) {
    return Origin.of(name);
  }
}
