package io.hdlgen.explore.words;

import io.hdlgen.boards.printed.GateNetlist;
import io.hdlgen.boards.printed.SlicedNetlist;
import io.hdlgen.boards.printed.StuckGates;
import io.hdlgen.explore.sensor.Converter;
import io.hdlgen.explore.sensor.Converters;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Finds the classes that a circuit can answer, by trying everything that its converters can tell it
 * of any values of its features.
 */
public final class AnswerableClasses {
  private static final long MOST_COMBINATIONS = 1L << 20;
  private static final int WORDS = 256;

  private AnswerableClasses() {}

  /**
   * The codes that come out of a port; empty if there are more than a million combinations of what
   * converters can tell.
   */
  public static Optional<BitSet> of(GateNetlist netlist, int port, Converters converters) {
    long combinations = combinations(converters.list());
    if (combinations > MOST_COMBINATIONS) {
      return Optional.empty();
    }
    SlicedNetlist sliced = new SlicedNetlist(netlist);
    StuckGates sound = new StuckGates(netlist.gates().size());
    BitSet codes = new BitSet();
    long block = (long) WORDS * Long.SIZE;
    for (long first = 0; first < combinations; first += block) {
      long[][] inputs = new long[sliced.inputBits()][WORDS];
      int rows = (int) Math.min(block, combinations - first);
      for (int r = 0; r < rows; r++) {
        fill(netlist, converters.list(), first + r, r, inputs);
      }
      long[][] outputs = sliced.evaluate(inputs, WORDS, port, sound);
      for (int r = 0; r < rows; r++) {
        codes.set(SlicedNetlist.code(outputs, r));
      }
    }
    return Optional.of(codes);
  }

  private static long combinations(List<Converter> converters) {
    long product = 1;
    for (Converter converter : converters) {
      product *= converter.comparators().size() + 1L;
      if (product > MOST_COMBINATIONS) {
        return product;
      }
    }
    return product;
  }

  /** Writes a combination, a mixed-radix number of the comparators that are reached. */
  private static void fill(
      GateNetlist netlist, List<Converter> converters, long combination, int row, long[][] inputs) {
    int bit = 0;
    long rest = combination;
    for (int p = 0; p < converters.size(); p++) {
      Converter converter = converters.get(p);
      int choices = converter.comparators().size() + 1;
      long field = converter.field((int) (rest % choices));
      rest /= choices;
      for (int b = 0; b < netlist.inputs().get(p).nets().size(); b++) {
        inputs[bit++][row >> 6] |= (field >>> b & 1) << row;
      }
    }
  }
}
