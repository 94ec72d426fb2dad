package io.hdlgen.quantizer.format;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.Locale;
import java.util.TreeSet;

/**
 * The set of integers that a weight may be. A real weight w with the step s becomes the level
 * nearest to w / s; the greater in magnitude on a tie of two.
 *
 * <p>As text: {@code int2 .. int16}, {@code ternary}, {@code binary}, {@code pow2-N}, {@code
 * digits-K} ({@link #parse}).
 */
public sealed interface WeightFormat {
  /** The most bits of a weight. */
  int MAX_BITS = 16;

  /** The levels, ascending, without repetition. */
  long[] levels();

  /** The name that {@link #parse} reads. */
  String text();

  /** The lowest level. */
  default long min() {
    return levels()[0];
  }

  /** The highest level. */
  default long max() {
    long[] levels = levels();
    return levels[levels.length - 1];
  }

  /** Whether a weight may vanish. */
  default boolean hasZero() {
    return !(this instanceof Binary);
  }

  /**
   * All integers of a two's complement field: {@code -2^(bits-1) .. 2^(bits-1) - 1}.
   *
   * @param bits 2 to 16
   */
  record Integers(int bits) implements WeightFormat {
    public Integers {
      check("int" + bits, bits, 2, MAX_BITS);
    }

    @Override
    public long[] levels() {
      long[] levels = new long[1 << bits];
      for (int i = 0; i < levels.length; i++) {
        levels[i] = i - (levels.length >> 1);
      }
      return levels;
    }

    @Override
    public String text() {
      return "int" + bits;
    }
  }

  /** -1, 0 and 1. */
  record Ternary() implements WeightFormat {
    @Override
    public long[] levels() {
      return new long[] {-1, 0, 1};
    }

    @Override
    public String text() {
      return "ternary";
    }
  }

  /** -1 and 1. */
  record Binary() implements WeightFormat {
    @Override
    public long[] levels() {
      return new long[] {-1, 1};
    }

    @Override
    public String text() {
      return "binary";
    }
  }

  /**
   * Zero and {@code +-2^e} with {@code 0 <= e <= 2^(bits-1) - 2}: a sign bit and {@code bits - 1}
   * bits that tell zero and the exponents apart. A multiplication is a shift. Source: Afentaki et
   * al., "Bespoke Approximation of Multiplication-Accumulation and Activation Targeting Printed
   * Multilayer Perceptrons", ICCAD 2023.
   *
   * @param bits 2 to 5
   */
  record PowersOfTwo(int bits) implements WeightFormat {
    public PowersOfTwo {
      check("pow2-" + bits, bits, 2, 5);
    }

    @Override
    public long[] levels() {
      int exponents = (1 << (bits - 1)) - 1;
      long[] levels = new long[2 * exponents + 1];
      for (int e = 0; e < exponents; e++) {
        levels[exponents + 1 + e] = 1L << e;
        levels[exponents - 1 - e] = -(1L << e);
      }
      return levels;
    }

    @Override
    public String text() {
      return "pow2-" + bits;
    }
  }

  /**
   * Sums of at most {@code digits} signed powers of two from 1 to 128, no greater than 128: a
   * multiplication takes at most {@code digits - 1} additions.
   *
   * @param digits 1 to 4
   */
  record SignedDigits(int digits) implements WeightFormat {
    private static final int EXPONENTS = 8;

    public SignedDigits {
      check("digits-" + digits, digits, 1, 4);
    }

    @Override
    public long[] levels() {
      TreeSet<Long> sums = new TreeSet<>();
      sums.add(0L);
      for (int d = 0; d < digits; d++) {
        for (long sum : sums.toArray(Long[]::new)) {
          for (int e = 0; e < EXPONENTS; e++) {
            sums.add(sum + (1L << e));
            sums.add(sum - (1L << e));
          }
        }
      }
      long limit = 1L << (EXPONENTS - 1);
      return sums.stream().filter(sum -> Math.abs(sum) <= limit).mapToLong(sum -> sum).toArray();
    }

    @Override
    public String text() {
      return "digits-" + digits;
    }
  }

  /** The usual format of {@code bits} bits: binary for 1, else {@code int<bits>}. */
  static WeightFormat ofBits(int bits) {
    return bits == 1 ? new Binary() : new Integers(bits);
  }

  /**
   * The format of a name.
   *
   * @throws InvalidInputException if there is none, listing all
   */
  static WeightFormat parse(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    if (name.equals("ternary")) {
      return new Ternary();
    }
    if (name.equals("binary")) {
      return new Binary();
    }
    if (name.matches("int([2-9]|1[0-6])")) {
      return new Integers(Integer.parseInt(name.substring(3)));
    }
    if (name.matches("pow2-[2-5]")) {
      return new PowersOfTwo(name.charAt(5) - '0');
    }
    if (name.matches("digits-[1-4]")) {
      return new SignedDigits(name.charAt(7) - '0');
    }
    throw new InvalidInputException(
        "weight format",
        "\"" + text + "\"",
        "int2 to int16, ternary, binary, pow2-2 to pow2-5, digits-1 to digits-4");
  }

  private static void check(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new InvalidInputException("weight format", name, min + " to " + max);
    }
  }
}
