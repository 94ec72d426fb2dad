package io.hdlgen.sim.cycle;

import io.hdlgen.hdl.netlist.Range;

/** Sums, differences and comparisons of values that may take several words. */
final class WordArithmetic {
  private final ProgramBuilder builder;

  WordArithmetic(ProgramBuilder builder) {
    this.builder = builder;
  }

  /** Word {@code index} of a value; beyond its last one, its sign. */
  int word(Words value, int index) {
    int[] places = value.places();
    if (index < places.length) {
      return places[index];
    }
    return value.signed()
        ? builder.bits(true, places[places.length - 1], 0, 63)
        : builder.constant(0);
  }

  /** Cuts the highest word of a field to the bits that the field has in it. */
  int cutTop(int word, boolean signed, int width) {
    int count = Words.topBits(signed, width);
    if (count == 0) {
      return builder.constant(0);
    }
    return count == 64 ? word : builder.bits(signed, word, 64 - count, 64 - count);
  }

  /** The words of {@code left + right} in the field of {@code range}. */
  int[] add(Words left, Words right, Range range) {
    int[] places = new int[Words.count(range)];
    int carry = -1;
    for (int k = 0; k < places.length; k++) {
      int x = word(left, k);
      int y = word(right, k);
      if (k == places.length - 1 && carry < 0) {
        places[k] = top(Operation.ADD_SIGNED, Operation.ADD_UNSIGNED, x, y, range);
        continue;
      }
      int sum = builder.binary(Operation.ADD_SIGNED, x, y);
      int overflow = builder.binary(Operation.LESS_UNSIGNED, sum, x);
      if (carry < 0) {
        places[k] = sum;
        carry = overflow;
      } else {
        places[k] = builder.binary(Operation.ADD_SIGNED, sum, carry);
        int second = builder.binary(Operation.LESS_UNSIGNED, places[k], carry);
        carry = builder.binary(Operation.OR, overflow, second);
      }
    }
    return cut(places, range);
  }

  /** The words of {@code left - right} in the field of {@code range}. */
  int[] subtract(Words left, Words right, Range range) {
    int[] places = new int[Words.count(range)];
    int borrow = -1;
    for (int k = 0; k < places.length; k++) {
      int x = word(left, k);
      int y = word(right, k);
      if (k == places.length - 1 && borrow < 0) {
        places[k] = top(Operation.SUBTRACT_SIGNED, Operation.SUBTRACT_UNSIGNED, x, y, range);
        continue;
      }
      int difference = builder.binary(Operation.SUBTRACT_SIGNED, x, y);
      int below = builder.binary(Operation.LESS_UNSIGNED, x, y);
      if (borrow < 0) {
        places[k] = difference;
        borrow = below;
      } else {
        places[k] = builder.binary(Operation.SUBTRACT_SIGNED, difference, borrow);
        int second = builder.binary(Operation.LESS_UNSIGNED, difference, borrow);
        borrow = builder.binary(Operation.OR, below, second);
      }
    }
    return cut(places, range);
  }

  /** The words of {@code left * right} in the field of {@code range}, of 64 bits at most. */
  int[] multiply(Words left, Words right, Range range) {
    int[] places = new int[Words.count(range)];
    places[0] =
        builder.arithmetic(
            range.isSigned() ? Operation.MULTIPLY_SIGNED : Operation.MULTIPLY_UNSIGNED,
            word(left, 0),
            word(right, 0),
            64 - Math.min(64, range.width()));
    return cut(places, range);
  }

  private int top(Operation signed, Operation unsigned, int x, int y, Range range) {
    int shift = 64 - Words.topBits(range.isSigned(), range.width());
    return builder.arithmetic(range.isSigned() ? signed : unsigned, x, y, shift);
  }

  private int[] cut(int[] places, Range range) {
    int last = places.length - 1;
    if (last > 0) {
      places[last] = cutTop(places[last], range.isSigned(), range.width());
    }
    return places;
  }

  /** The word that is 1 where the values are equal. */
  int equal(Words left, Words right) {
    int result = -1;
    for (int k = 0; k < Math.max(left.places().length, right.places().length); k++) {
      int same = builder.binary(Operation.EQUAL, word(left, k), word(right, k));
      result = result < 0 ? same : builder.binary(Operation.AND, result, same);
    }
    return result;
  }

  /** The word that is 1 where {@code left < right}. */
  int less(Words left, Words right) {
    int last = Math.max(left.places().length, right.places().length) - 1;
    int result = -1;
    for (int k = 0; k <= last; k++) {
      int x = word(left, k);
      int y = word(right, k);
      Operation operation = k == last ? Operation.LESS : Operation.LESS_UNSIGNED;
      int below = builder.binary(operation, x, y);
      if (result >= 0) {
        int same = builder.binary(Operation.EQUAL, x, y);
        below = builder.mux(same, result, below);
      }
      result = below;
    }
    return result;
  }

  /** The word that is 1 where {@code left >= right}. */
  int greaterEqual(Words left, Words right) {
    if (left.places().length == 1 && right.places().length == 1) {
      return builder.binary(Operation.GREATER_EQUAL, left.places()[0], right.places()[0]);
    }
    return builder.binary(Operation.XOR, less(left, right), builder.constant(1));
  }
}
