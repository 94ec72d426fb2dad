package io.hdlgen.hdl.top;

import io.hdlgen.hdl.load.LoadMap;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Node.Register;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.List;

/** Where the next word of an image goes. */
final class LoadPlace {
  private final ModuleBuilder builder;
  private final LoadMap map;
  private final int position;
  private final int column;
  private final int at;
  private final int more;

  LoadPlace(ModuleBuilder builder, LoadMap map) {
    this.builder = builder;
    this.map = map;
    position = counter("position", map.words());
    column = counter("load_column", map.columns().size() - 1);
    at = counter("load_at", map.mostRows() - 1);
    int all = builder.compare(role("all"), Comparison.EQUAL, position, number(map.words()));
    more = builder.not(role("more"), all);
  }

  /** Words so far. */
  int position() {
    return position;
  }

  int column() {
    return column;
  }

  /** The row. */
  int at() {
    return at;
  }

  /** 1 where words are missing. */
  int more() {
    return more;
  }

  /**
   * Connects what moves the place.
   *
   * @param begin 1 where it goes back to the start
   * @param step 1 where a word goes to the place
   */
  void finish(int begin, int step) {
    move(position, begin, step, number(0));
    List<BigInteger> lasts =
        map.columns().stream().map(c -> BigInteger.valueOf(c.table().rows().size() - 1L)).toList();
    // Words come so seldom that the memory has long followed the column.
    int last = builder.rom(role("last_row"), column, lasts, builder.range(at));
    int ends = builder.compare(role("column_ends"), Comparison.EQUAL, at, last);
    move(at, begin, step, ends);
    int count = map.columns().size();
    int full = builder.compare(role("last_column"), Comparison.EQUAL, column, number(count - 1L));
    int next = builder.and(role("row_end"), step, ends);
    move(column, begin, next, full);
  }

  /** Counts on, to 0 at its end and at the beginning. */
  private void move(int counter, int begin, int step, int end) {
    Range range = builder.range(counter);
    int sum = builder.add(role("count"), counter, number(1));
    int further = builder.slice(role("count"), sum, 0, range);
    int turned = builder.mux(role("count_turned"), end, number(0), further, range);
    int moved = builder.mux(role("count_moved"), step, turned, counter, range);
    builder.connect(counter, builder.mux(role("count_next"), begin, number(0), moved, range));
  }

  private int counter(String name, int most) {
    Range field = Range.unsigned(Range.of(0, most).width());
    return builder.feedback(role(name), field, Register.ALWAYS, BigInteger.ZERO);
  }

  private int number(long value) {
    return builder.constant(role("number"), value);
  }

  private static Origin role(String name) {
    return Origin.of(name);
  }
}
