package io.hdlgen.boards.printed;

/**
 * What turns sensor voltages into the bits that a classifier reads: for each feature a flash
 * converter that has only what is needed.
 *
 * @param comparatorCm2 area of a comparator
 * @param comparatorMw its power
 * @param orCm2 area of the encoder's OR gate of two inputs
 * @param orMw its average static power
 */
public record FrontEnd(double comparatorCm2, double comparatorMw, double orCm2, double orMw) {

  /** The parts of one feature's converter, or of all. */
  public record Parts(long comparators, long orGates) {
    /** Nothing. */
    public static final Parts NONE = new Parts(0, 0);

    /** Both together. */
    public Parts plus(Parts other) {
      return new Parts(comparators + other.comparators, orGates + other.orGates);
    }
  }

  /**
   * The parts for a feature in a binary code. A comparator is needed for each level at which a used
   * bit changes: with the lowest used bit l of b bits those are 2^(b-l) - 1. Each used bit is the
   * OR of the 2^(b-l-1) steps in which it is 1: one gate less than those. A full 4-bit converter
   * takes 15 comparators and 28 gates. With the highest bit alone the comparator is the bit.
   *
   * @param bits width of the code
   * @param used bit i says whether the classifier reads bit i of the code
   */
  public static Parts binary(int bits, long used) {
    long read = bits == Long.SIZE ? used : used & ((1L << bits) - 1);
    if (read == 0) {
      return Parts.NONE;
    }
    int steps = bits - Long.numberOfTrailingZeros(read);
    return new Parts((1L << steps) - 1, Long.bitCount(read) * ((1L << (steps - 1)) - 1));
  }

  /**
   * The parts for a thermometer: a comparator for each level that is read, whose output is the bit,
   * and no gate.
   *
   * @param used bit i says whether the classifier reads level i
   */
  public static Parts thermometer(long used) {
    return new Parts(Long.bitCount(used), 0);
  }

  /**
   * The parts for a feature.
   *
   * @param bits width of its port
   * @param used bit i says whether the classifier reads bit i
   * @param thermometer whether it takes a bit a level; else a binary code
   */
  public static Parts of(int bits, long used, boolean thermometer) {
    return thermometer ? thermometer(used) : binary(bits, used);
  }

  /** The area of these parts in square centimetres. */
  public double areaCm2(Parts parts) {
    return parts.comparators() * comparatorCm2 + parts.orGates() * orCm2;
  }

  /** The power of these parts in milliwatts. */
  public double powerMw(Parts parts) {
    return parts.comparators() * comparatorMw + parts.orGates() * orMw;
  }
}
