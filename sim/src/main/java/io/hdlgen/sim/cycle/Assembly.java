package io.hdlgen.sim.cycle;

import io.hdlgen.sim.cycle.ProgramBuilder.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Puts fields of bits side by side into one value. */
final class Assembly {
  private final ProgramBuilder builder;
  private final boolean signed;
  private final int width;
  private final List<List<Piece>> parts = new ArrayList<>();

  /** A value of the given field, all bits 0. */
  Assembly(ProgramBuilder builder, boolean signed, int width) {
    this.builder = builder;
    this.signed = signed;
    this.width = width;
    for (int k = 0; k < Words.count(signed, width); k++) {
      parts.add(new ArrayList<>());
    }
  }

  /**
   * Places the lowest {@code count} bits of a value, whose words are given, from {@code low} on.
   */
  void append(IntUnaryOperator word, int count, int low) {
    for (int k = 0; 64 * k < count; k++) {
      int bits = Math.min(64, count - 64 * k);
      int place = low + 64 * k;
      int first = Math.min(bits, 64 - place % 64);
      int source = word.applyAsInt(k);
      parts.get(place / 64).add(Piece.of(source, 0, first, place % 64));
      if (first < bits) {
        parts.get(place / 64 + 1).add(Piece.of(source, first, bits - first, 0));
      }
    }
  }

  /** The words of the value. */
  int[] build() {
    int[] places = new int[parts.size()];
    for (int k = 0; k < places.length; k++) {
      int word = parts.get(k).isEmpty() ? builder.constant(0) : builder.gather(parts.get(k));
      int unused = 64 - Words.topBits(signed, width);
      boolean cut = signed && k == places.length - 1 && unused > 0;
      places[k] = cut ? builder.bits(true, word, unused, unused) : word;
    }
    return places;
  }
}
