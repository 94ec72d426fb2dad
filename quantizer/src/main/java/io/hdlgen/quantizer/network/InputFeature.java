package io.hdlgen.quantizer.network;

/**
 * One input of the network: how a real value becomes an integer code.
 *
 * <p>{@code code = clamp(round((x - offset) / scale), min, max)}, computed in {@code double}; a
 * bipolar feature is +1 where {@code (x - offset) / scale >= 0} and else -1. Hardware takes codes;
 * real values live outside it. Codes outside {@code [min, max]} never reach the hardware, and what
 * it does with them is not defined.
 *
 * <p>Of a thermometer feature, all that is a point on a grid, {@code q = clamp(round((x - offset) /
 * scale), min, max)}, and the code is the number of levels that q reaches, 0 to the number of
 * levels. Layer 0 takes a value for each level, 1 where it is reached and else 0.
 *
 * @param name the feature's name, not blank
 * @param bits width of the field, 1 to 32; 1 if bipolar; of a thermometer feature, of the grid
 * @param encoding how the code lies in the field
 * @param min the lowest code that occurs; -1 if bipolar; of a thermometer feature, of the grid
 * @param max the highest code that occurs; 1 if bipolar; of a thermometer feature, of the grid
 * @param scale the step between two codes in units of {@code x}: finite, not zero; negative turns
 *     the axis round
 * @param offset the value of {@code x} at code 0
 * @param rounding how a value between two codes is rounded; has no effect if bipolar
 * @param levels of a thermometer feature, 1 to {@link #MAX_LEVELS} points of the grid, ascending,
 *     each above {@code min} and at most {@code max}; of others none
 */
public record InputFeature(
    String name,
    int bits,
    Encoding encoding,
    long min,
    long max,
    double scale,
    double offset,
    Rounding rounding,
    LongVector levels) {
  /** The widest field of a feature. */
  public static final int MAX_BITS = 32;

  /** The most levels of a thermometer feature. */
  public static final int MAX_LEVELS = 63;

  private static final LongVector NO_LEVELS = LongVector.of();

  public InputFeature {
    check(!name.isBlank(), "a feature without a name");
    check(bits >= 1 && bits <= MAX_BITS, "feature " + name + ": " + bits + " bits, not 1 to 32");
    check(Double.isFinite(scale) && scale != 0, "feature " + name + ": scale " + scale);
    check(Double.isFinite(offset), "feature " + name + ": offset " + offset);
    Interval field = field(encoding, bits);
    check(
        min <= max && field.contains(min) && field.contains(max),
        "feature %s: range [%d, %d] does not lie in its field's %s"
            .formatted(name, min, max, field));
    check(
        encoding != Encoding.BIPOLAR || (bits == 1 && min == -1 && max == 1),
        "feature " + name + ": bipolar means 1 bit and the codes -1 and 1");
    check(
        (encoding == Encoding.THERMOMETER) == (levels.size() > 0),
        "feature " + name + ": levels are of thermometer features, which have some");
    check(
        levels.size() <= MAX_LEVELS,
        "feature %s: %d levels, not at most %d".formatted(name, levels.size(), MAX_LEVELS));
    for (int j = 0; j < levels.size(); j++) {
      check(
          levels.get(j) > (j == 0 ? min : levels.get(j - 1)) && levels.get(j) <= max,
          "feature %s: level %d is %d; they ascend from above %d to %d"
              .formatted(name, j, levels.get(j), min, max));
    }
  }

  /** A feature without levels. */
  public InputFeature(
      String name,
      int bits,
      Encoding encoding,
      long min,
      long max,
      double scale,
      double offset,
      Rounding rounding) {
    this(name, bits, encoding, min, max, scale, offset, rounding, NO_LEVELS);
  }

  /** An unsigned feature of which a circuit is given only which of some levels its code reaches. */
  public static InputFeature thermometer(InputFeature grid, LongVector levels) {
    check(grid.encoding() == Encoding.UNSIGNED, "feature " + grid.name() + ": not unsigned");
    return grid.withLevels(levels);
  }

  /** This thermometer feature with other levels. */
  public InputFeature withLevels(LongVector other) {
    return new InputFeature(
        name, bits, Encoding.THERMOMETER, min, max, scale, offset, rounding, other);
  }

  /** A feature whose codes fill its field. */
  public static InputFeature filling(
      String name, int bits, Encoding encoding, double scale, double offset, Rounding rounding) {
    Interval field = field(encoding, bits);
    return new InputFeature(
        name, bits, encoding, field.min(), field.max(), scale, offset, rounding);
  }

  /** All codes that a field can hold; of a thermometer feature, all points of the grid. */
  public static Interval field(Encoding encoding, int bits) {
    return switch (encoding) {
      case UNSIGNED, THERMOMETER -> new Interval(0, (1L << bits) - 1);
      case SIGNED -> new Interval(-(1L << (bits - 1)), (1L << (bits - 1)) - 1);
      case BIPOLAR -> new Interval(-1, 1);
    };
  }

  /** All codes that occur. */
  public Interval range() {
    return encoding == Encoding.THERMOMETER
        ? new Interval(0, levels.size())
        : new Interval(min, max);
  }

  /** Bits of the field in hardware: of a thermometer feature, one a level. */
  public int fieldBits() {
    return encoding == Encoding.THERMOMETER ? levels.size() : bits;
  }

  /** Number of values that layer 0 takes of this feature. */
  public int values() {
    return encoding == Encoding.THERMOMETER ? levels.size() : 1;
  }

  /** The range of each of those values. */
  public Interval valueRange() {
    return encoding == Encoding.THERMOMETER ? new Interval(0, 1) : range();
  }

  /** Value {@code index} of those, at a code. */
  public long value(long code, int index) {
    return encoding == Encoding.THERMOMETER ? (code > index ? 1 : 0) : code;
  }

  /**
   * The code of a real value.
   *
   * @throws IllegalArgumentException if {@code x} is NaN; infinities saturate
   */
  public long encode(double x) {
    if (Double.isNaN(x)) {
      throw new IllegalArgumentException("feature " + name + ": NaN has no code");
    }
    double y = (x - offset) / scale;
    if (encoding == Encoding.BIPOLAR) {
      return y >= 0 ? 1 : -1;
    }
    long code = (long) Math.max(min, Math.min(max, rounding.apply(y)));
    return encoding == Encoding.THERMOMETER ? reached(code) : code;
  }

  /** The code of a thermometer feature at a point of its grid: the number of levels reached. */
  public long reached(long point) {
    int count = 0;
    while (count < levels.size() && levels.get(count) <= point) {
      count++;
    }
    return count;
  }

  /** The real value that a code stands for; of a thermometer feature, a point of its grid. */
  public double decode(long code) {
    return offset + scale * code;
  }

  /** Whether {@code code} can occur; a bipolar feature has no code 0. */
  public boolean accepts(long code) {
    return range().contains(code) && (encoding != Encoding.BIPOLAR || code != 0);
  }

  private static void check(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
