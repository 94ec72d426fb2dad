package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.load.WordTable;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.List;

/** Words in read-only memories; single words are constants. */
record ConstantWords(ModuleBuilder builder) implements WordSource {
  @Override
  public Shown inTurn(Origin origin, WordTable table, int advance, int cycles) {
    List<BigInteger> words = table.words();
    if (words.size() == 1) {
      return new Single(builder, origin, table);
    }
    int word = new SlotRom(builder, origin, words, table.width()).build(advance);
    return new Whole(builder, table, table.lows(), word);
  }

  private record Single(ModuleBuilder builder, Origin origin, WordTable table) implements Shown {
    @Override
    public int word() {
      return builder.constant(origin, table.words().get(0));
    }

    @Override
    public int field(Origin role, int index) {
      return builder.constant(role, table.rows().get(0).get(index));
    }
  }

  private record Whole(ModuleBuilder builder, WordTable table, List<Integer> lows, int word)
      implements Shown {
    @Override
    public int field(Origin role, int index) {
      return builder.slice(role, word, lows.get(index), table.fields().get(index));
    }
  }

  @Override
  public int mostWords() {
    return SlotRom.MOST_WORDS;
  }

  @Override
  public int at(Origin origin, WordTable table, List<Integer> address, int cycles) {
    List<BigInteger> words = table.words();
    if (address.isEmpty()) {
      return builder.constant(origin, words.get(0));
    }
    int place = address.size() == 1 ? address.get(0) : builder.concat(origin.as("at"), address);
    return builder.rom(origin, place, words, Range.unsigned(table.width()));
  }

  @Override
  public void finish(int ends, int last) {
    // Read-only memories follow nothing but their own counters.
  }
}
