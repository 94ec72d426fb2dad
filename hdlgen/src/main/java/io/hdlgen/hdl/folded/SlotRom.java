package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Words that come one after the other, and then from the first one again, out of read-only
 * memories. Memories have at most {@value #MOST_WORDS} words of about {@value #USUAL_BITS} bits:
 * more words lie side by side in one, and wider ones in several. Verilator builds these several
 * times faster than one wide memory, as their words are numbers to it.
 */
final class SlotRom {
  static final int MOST_WORDS = 4096;
  static final int USUAL_BITS = 64;

  /** Most slots in a word of memory. */
  private static final int MOST_SLOTS = 1024;

  private final ModuleBuilder builder;
  private final Origin origin;
  private final List<BigInteger> words;
  private final int width;

  /** Slots in a word of memory: a power of two. */
  private final int pack;

  SlotRom(ModuleBuilder builder, Origin origin, List<BigInteger> words, int width) {
    this.builder = builder;
    this.origin = origin;
    this.words = words;
    this.width = width;
    int least = (words.size() + MOST_WORDS - 1) / MOST_WORDS;
    this.pack = least == 1 ? 1 : 2 * Integer.highestOneBit(least - 1);
    if (pack > MOST_SLOTS) {
      throw new InvalidInputException(
          "layer " + origin.layer(),
          words.size() + " cycles an inference",
          "at most " + MOST_WORDS * MOST_SLOTS + ": more neurons or inputs in parallel");
    }
  }

  /**
   * Builds the memories.
   *
   * @param advance 1 in each cycle in which the next word is asked for
   * @return the node that shows the word one cycle after it has been asked for
   */
  int build(int advance) {
    if (words.size() == 1) {
      return builder.constant(origin, words.get(0));
    }
    int depth = (words.size() + pack - 1) / pack;
    Counter address = new Counter(builder, origin.as(origin.role() + "_address"), depth);
    Counter place = new Counter(builder, origin.as(origin.role() + "_place"), pack);
    int lastPlace = (words.size() - 1) % pack;
    int atLast =
        builder.and(
            origin.as("word_end"),
            address.isLast(),
            builder.compare(
                origin.as("place_end"),
                Node.Comparison.EQUAL,
                place.value(),
                builder.constant(origin.as("bound"), lastPlace)));
    int end = builder.or(origin.as("place_turn"), place.isLast(), atLast);
    place.advance(advance, atLast);
    address.advance(builder.and(origin.as("address_step"), advance, end));
    List<Integer> columns = new ArrayList<>();
    int most = Math.max(1, USUAL_BITS / pack);
    for (int low = 0; low < width; low += most) {
      columns.add(column(address.value(), place.value(), depth, low, Math.min(most, width - low)));
    }
    return columns.size() == 1 ? columns.get(0) : builder.concat(origin, columns);
  }

  /** Bits {@code low .. low + count - 1} of all words. */
  private int column(int address, int place, int depth, int low, int count) {
    BigInteger mask = BigInteger.ONE.shiftLeft(count).subtract(BigInteger.ONE);
    List<BigInteger> contents = new ArrayList<>();
    for (int d = 0; d < depth; d++) {
      BigInteger word = BigInteger.ZERO;
      for (int p = 0; p < pack && d * pack + p < words.size(); p++) {
        BigInteger part = words.get(d * pack + p).shiftRight(low).and(mask);
        word = word.or(part.shiftLeft(p * count));
      }
      contents.add(word);
    }
    int rom = builder.rom(origin, address, contents, Range.unsigned(pack * count));
    if (pack == 1) {
      return rom;
    }
    int shown = builder.register(origin.as(origin.role() + "_shown"), place, Node.Register.ALWAYS);
    return new Lanes(builder, origin).select(rom, shown, pack, count);
  }
}
