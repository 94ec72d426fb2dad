package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.load.Column;
import io.hdlgen.hdl.load.LoadMap;
import io.hdlgen.hdl.load.WordTable;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Node.Register;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Words in memories of two banks: the layer reads one while the other is written.
 *
 * <p>A switch names the first inference that takes the new bank. Until the layer comes to it, by
 * its own count, the layer reads the old one; parameters, which are read later than weights, follow
 * as many cycles later.
 */
final class LoadableWords implements WordSource {
  private final ModuleBuilder builder;
  private final int layer;
  private final LoadMap map;
  private final LoadBus bus;
  private final int inference;
  private final List<Integer> banks = new ArrayList<>();
  private int illegal;

  LoadableWords(ModuleBuilder builder, int layer, LoadMap map, int countBits) {
    this.builder = builder;
    this.layer = layer;
    this.map = map;
    this.bus = LoadBus.inputs(builder, map, countBits);
    inference =
        builder.feedback(
            role("inference"), Range.unsigned(countBits), Register.ALWAYS, BigInteger.ZERO);
    int old = builder.feedback(role("old"), Range.BIT, Register.ALWAYS, BigInteger.ZERO);
    int begins = builder.compare(role("begins_new"), Comparison.EQUAL, inference, bus.from());
    int stays = builder.and(role("stays_old"), old, builder.not(role("not_new"), begins));
    builder.connect(old, builder.or(role("old_next"), bus.switches(), stays));
    builder.output(role("old"), LoadBus.OLD, old);
    banks.add(builder.append(new Node.Xor(role("bank"), Range.BIT, bus.active(), stays)));
    illegal = builder.constant(role("legal"), 0);
  }

  private Origin role(String name) {
    return Origin.of(layer, name);
  }

  /** The bank of the slot that was or would have been issued so many cycles ago. */
  private int bank(int cycles) {
    while (banks.size() <= cycles) {
      int before = banks.get(banks.size() - 1);
      banks.add(builder.register(role("bank"), before, Register.ALWAYS));
    }
    return banks.get(cycles);
  }

  @Override
  public Shown inTurn(Origin origin, WordTable table, int advance, int cycles) {
    int rows = table.rows().size();
    Counter address = new Counter(builder, origin.as(origin.role() + "_address"), rows);
    address.advance(advance);
    List<Integer> place = rows == 1 ? List.of() : List.of(address.value());
    return new Columns(builder, table, columns(origin, table, place, cycles));
  }

  @Override
  public int mostWords() {
    return Integer.MAX_VALUE;
  }

  @Override
  public int at(Origin origin, WordTable table, List<Integer> address, int cycles) {
    return new Columns(builder, table, columns(origin, table, address, cycles)).word();
  }

  /** The memories of a table; what each shows. */
  private List<Integer> columns(Origin origin, WordTable table, List<Integer> address, int cycles) {
    List<Integer> place = new ArrayList<>(List.of(bank(cycles)));
    place.addAll(address);
    int readAt = joined(origin.as(origin.role() + "_at"), place);
    int rows = table.rows().size();
    List<Integer> to = new ArrayList<>(List.of(bus.bank()));
    if (rows > 1) {
      to.add(builder.slice(role("load_at"), bus.at(), 0, Range.unsigned(Node.addressWidth(rows))));
    }
    int writeAt = joined(role("load_to"), to);
    List<Integer> shown = new ArrayList<>();
    int number = map.firstColumn(table);
    LegalWords legal = new LegalWords(builder, bus, layer);
    for (Column column : Column.of(table)) {
      Range word = Range.unsigned(column.width());
      int data = builder.slice(role("load_word"), bus.data(), 0, word);
      int write = builder.and(role("load_write"), bus.write(), bus.isColumn(builder, number));
      List<BigInteger> initial = new ArrayList<>();
      for (BigInteger content : column.words()) {
        initial.add(content);
        initial.add(BigInteger.ZERO);
      }
      shown.add(builder.memory(origin, word, 2 * rows, initial, write, writeAt, data, readAt));
      legal.add(column, number);
      number++;
    }
    illegal = builder.or(role("illegal"), illegal, legal.violated());
    return shown;
  }

  private int joined(Origin origin, List<Integer> parts) {
    return parts.size() == 1 ? parts.get(0) : builder.concat(origin, parts);
  }

  @Override
  public void finish(int ends, int last) {
    int one = builder.constant(role("one"), 1);
    int more = builder.add(role("inference_more"), inference, one);
    int next = builder.slice(role("inference_next"), more, 0, builder.range(inference));
    builder.connect(inference, next, builder.and(role("inference_ends"), ends, last));
    builder.output(
        role("illegal"), LoadBus.ILLEGAL, builder.and(role("illegal"), bus.write(), illegal));
  }

  /** The words that memories side by side show. */
  private static final class Columns implements Shown {
    private final ModuleBuilder builder;
    private final WordTable table;
    private final List<Integer> nodes;

    /** The column of each field, or of the first part of a field of several. */
    private final List<Integer> places = new ArrayList<>();

    private final List<Column> columns;

    Columns(ModuleBuilder builder, WordTable table, List<Integer> nodes) {
      this.builder = builder;
      this.table = table;
      this.nodes = nodes;
      this.columns = Column.of(table);
      for (int c = 0; c < columns.size(); c++) {
        for (Column.Part part : columns.get(c).parts()) {
          if (part.field() == places.size()) {
            places.add(c);
          }
        }
      }
    }

    @Override
    public int word() {
      List<Integer> fields = new ArrayList<>();
      for (int f = 0; f < table.fields().size(); f++) {
        fields.add(field(Origin.of("field"), f));
      }
      return fields.size() == 1 ? fields.get(0) : builder.concat(Origin.of("word"), fields);
    }

    @Override
    public int field(Origin origin, int index) {
      Range range = table.fields().get(index);
      List<Integer> parts = new ArrayList<>();
      int bits = 0;
      for (int c = places.get(index); bits < range.width(); c++) {
        for (Column.Part part : columns.get(c).parts()) {
          if (part.field() == index && part.bits() == range.width()) {
            return builder.slice(origin, nodes.get(c), part.at(), range);
          }
          if (part.field() == index) {
            parts.add(builder.slice(origin, nodes.get(c), part.at(), Range.unsigned(part.bits())));
            bits += part.bits();
          }
        }
      }
      return builder.slice(origin, builder.concat(origin, parts), 0, range);
    }
  }
}
