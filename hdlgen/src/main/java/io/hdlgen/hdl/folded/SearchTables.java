package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.folding.FoldedLayer;
import io.hdlgen.hdl.load.WordTable;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The memories of binary searches. Step s of a search has the bits from the highest one on that s
 * steps have found; its table has a threshold for each of their values, of each group of neurons.
 *
 * @param mostWords of a table; where more are needed, several thresholds lie in a word
 */
record SearchTables(Thresholds thresholds, FoldedLayer shape, int mostWords) {

  /** Bits of the count, and steps of the search. */
  static int bits(Thresholds thresholds) {
    return Range.of(0, thresholds.count()).width();
  }

  /** Of the bits found before a step, the lowest ones that choose within a word. */
  static int packed(int step, int folds, int mostWords) {
    int low = 0;
    while (((long) folds << (step - low)) > mostWords && low < step) {
      low++;
    }
    return low;
  }

  /** The tables of a neuron of a group, one a step. */
  List<WordTable> lane(String name, int lane) {
    List<WordTable> tables = new ArrayList<>();
    for (int step = 0; step < bits(thresholds); step++) {
      tables.add(table(name + step, lane, step));
    }
    return tables;
  }

  private WordTable table(String name, int lane, int step) {
    int bits = bits(thresholds);
    int low = packed(step, shape.nf(), mostWords);
    int width = thresholds.field().width();
    BigInteger mask = BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE);
    List<List<BigInteger>> rows = new ArrayList<>();
    for (int fold = 0; fold < shape.nf(); fold++) {
      for (int high = 0; high < 1 << (step - low); high++) {
        BigInteger word = BigInteger.ZERO;
        for (int part = 0; part < 1 << low; part++) {
          int position = (((high << low) + part) << (bits - step)) + (1 << (bits - 1 - step));
          BigInteger threshold = thresholds.at(fold * shape.pe() + lane, position);
          word = word.or(threshold.and(mask).shiftLeft(part * width));
        }
        rows.add(List.of(word));
      }
    }
    return new WordTable(name, List.of(Range.unsigned(width << low)), rows);
  }
}
