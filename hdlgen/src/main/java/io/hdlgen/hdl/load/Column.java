package io.hdlgen.hdl.load;

import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a table's words is written at once: whole fields, as many as 32 bits hold, or 32 bits of
 * a wider field.
 *
 * @param parts side by side, the first one lowest
 */
public record Column(WordTable table, List<Part> parts) {
  /** Bits that are written at once. */
  public static final int BITS = 32;

  public Column {
    parts = List.copyOf(parts);
  }

  /**
   * Bits of a field.
   *
   * @param low the lowest of them
   * @param at where they lie in the column
   */
  public record Part(int field, int low, int at, int bits) {}

  /** The columns of a table. */
  public static List<Column> of(WordTable table) {
    List<Column> columns = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    int used = 0;
    for (int f = 0; f < table.fields().size(); f++) {
      int width = table.fields().get(f).width();
      for (int low = 0; low < width; low += BITS) {
        int bits = Math.min(BITS, width - low);
        if (used + bits > BITS) {
          columns.add(new Column(table, parts));
          parts = new ArrayList<>();
          used = 0;
        }
        parts.add(new Part(f, low, used, bits));
        used += bits;
      }
    }
    columns.add(new Column(table, parts));
    return columns;
  }

  public int width() {
    Part last = parts.get(parts.size() - 1);
    return last.at() + last.bits();
  }

  /** The words, one a word of the table. */
  public List<BigInteger> words() {
    List<BigInteger> words = new ArrayList<>();
    for (int row = 0; row < table.rows().size(); row++) {
      BigInteger word = BigInteger.ZERO;
      for (Part part : parts) {
        BigInteger mask = Range.unsigned(part.bits()).max();
        BigInteger bits = table.bits(row, part.field()).shiftRight(part.low()).and(mask);
        word = word.or(bits.shiftLeft(part.at()));
      }
      words.add(word);
    }
    return words;
  }
}
