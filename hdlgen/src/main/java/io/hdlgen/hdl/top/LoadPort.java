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
    LoadPlace place = new LoadPlace(builder, map);
    ActiveBank bank = new ActiveBank(builder, cycles);
    int busy = bank.busy();
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
    int more = place.more();
    int takes = and("takes", status.get(Status.LOADING), more);
    int take = and("take", and("data", act, written(LoadRegister.DATA)), takes);
    int expects = and("expects", act, written(LoadRegister.CRC));
    builder.connect(expected, write.data, expects);
    crc.finish(begin, take, write.data);

    int zero = number(0);
    place.finish(begin, crc.first());
    bank.finish(switches, old);
    int active = bank.active();
    status.put(Status.ACTIVE, active);

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

    builder.output(role("load_write"), WRITE, and("load_write", crc.first(), bank.awake()));
    builder.output(role("load_bank"), BANK, not("other", active));
    builder.output(role("load_data"), DATA, crc.data());
    builder.output(role("active"), ACTIVE, active);
    builder.output(role("switch"), SWITCH, bank.turns());
    builder.output(role("load_column"), COLUMN, place.column());
    builder.output(role("load_at"), AT, place.at());
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
    put(values, LoadRegister.WORDS, number(map.words()));
    put(values, LoadRegister.POSITION, place.position());
    put(values, LoadRegister.CRC, crc.value());
    read.finish(values);
    return builder.build();
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
