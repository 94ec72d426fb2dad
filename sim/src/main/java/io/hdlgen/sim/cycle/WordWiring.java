package io.hdlgen.sim.cycle;

import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.sim.cycle.ProgramBuilder.Piece;
import java.util.List;

/** Shifts and slices of values that may take several words. */
final class WordWiring {
  private final ProgramBuilder builder;
  private final WordArithmetic arithmetic;

  WordWiring(ProgramBuilder builder, WordArithmetic arithmetic) {
    this.builder = builder;
    this.arithmetic = arithmetic;
  }

  /** The words of {@code operand * 2^amount} in the field of {@code range}; amount at least 1. */
  int[] shiftLeft(Words operand, int amount, Range range) {
    boolean signed = range.isSigned();
    int width = range.width();
    if (Words.count(range) == 1 && width > amount) {
      int unused = 64 - width;
      int word = arithmetic.word(operand, 0);
      return new int[] {builder.bits(signed, word, amount + unused, unused)};
    }
    int kept = Math.max(0, width - amount);
    Assembly assembly = new Assembly(builder, signed, width);
    assembly.append(k -> arithmetic.word(operand, k), kept, width - kept);
    return assembly.build();
  }

  /** The words of the bits from {@code low} on, in the field of {@code range}. */
  int[] slice(Words operand, int low, Range range) {
    boolean signed = range.isSigned();
    int[] places = new int[Words.count(range)];
    for (int k = 0; k < places.length; k++) {
      boolean top = k == places.length - 1;
      int count = top ? Words.topBits(signed, range.width()) : 64;
      places[k] = slice(operand, low + 64 * k, count, signed && top);
    }
    return places;
  }

  private int slice(Words operand, int low, int count, boolean signed) {
    if (count == 0) {
      return builder.constant(0);
    }
    int word = arithmetic.word(operand, low / 64);
    int start = low % 64;
    if (start + count <= 64) {
      return start == 0 && count == 64
          ? word
          : builder.bits(signed, word, 64 - start - count, 64 - count);
    }
    int first = 64 - start;
    int joined =
        builder.gather(
            List.of(
                Piece.of(word, start, first, 0),
                Piece.of(arithmetic.word(operand, low / 64 + 1), 0, count - first, first)));
    return signed && count < 64 ? builder.bits(true, joined, 64 - count, 64 - count) : joined;
  }
}
