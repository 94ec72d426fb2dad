package io.hdlgen.hdl.load;

import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Words that a layer reads in the course of an inference, each of the same fields, the first one
 * lowest.
 *
 * @param name of the table, unlike that of any other in the design
 * @param fields the range of each field; what lies outside must not occur
 * @param rows {@code [words][fields]}
 */
public record WordTable(String name, List<Range> fields, List<List<BigInteger>> rows) {
  public WordTable {
    fields = List.copyOf(fields);
    rows = List.copyOf(rows);
  }

  /** Bits of a word. */
  public int width() {
    return fields.stream().mapToInt(Range::width).sum();
  }

  /** The lowest bit of each field. */
  public List<Integer> lows() {
    List<Integer> lows = new ArrayList<>();
    int low = 0;
    for (Range field : fields) {
      lows.add(low);
      low += field.width();
    }
    return lows;
  }

  /** The bits of all words. */
  public List<BigInteger> words() {
    List<BigInteger> words = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      BigInteger word = BigInteger.ZERO;
      int low = 0;
      for (int f = 0; f < fields.size(); f++) {
        word = word.or(bits(row, f).shiftLeft(low));
        low += fields.get(f).width();
      }
      words.add(word);
    }
    return words;
  }

  /** The bits of a field of a word. */
  public BigInteger bits(int row, int field) {
    BigInteger mask = BigInteger.ONE.shiftLeft(fields.get(field).width()).subtract(BigInteger.ONE);
    return rows.get(row).get(field).and(mask);
  }
}
