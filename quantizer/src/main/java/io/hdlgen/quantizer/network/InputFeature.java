package io.hdlgen.quantizer.network;

/**
 * One input of the network: how a real value becomes an integer code.
 *
 * <p>{@code code = clamp(round((x - offset) / scale), min, max)}, computed in {@code double}; a
 * bipolar feature is +1 where {@code (x - offset) / scale >= 0} and else -1. Hardware takes codes;
 * real values live outside it. Codes outside {@code [min, max]} never reach the hardware, and what
 * it does with them is not defined.
 *
 * @param name the feature's name, not blank
 * @param bits width of the field, 1 to 32; 1 if bipolar
 * @param encoding how the code lies in the field
 * @param min the lowest code that occurs; -1 if bipolar
 * @param max the highest code that occurs; 1 if bipolar
 * @param scale the step between two codes in units of {@code x}: finite, not zero; negative turns
 *     the axis round
 * @param offset the value of {@code x} at code 0
 * @param rounding how a value between two codes is rounded; has no effect if bipolar
 */
public record InputFeature(
    String name,
    int bits,
    Encoding encoding,
    long min,
    long max,
    double scale,
    double offset,
    Rounding rounding) {
  /** The widest field of a feature. */
  public static final int MAX_BITS = 32;

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
  }

  /** A feature whose codes fill its field. */
  public static InputFeature filling(
      String name, int bits, Encoding encoding, double scale, double offset, Rounding rounding) {
    Interval field = field(encoding, bits);
    return new InputFeature(
        name, bits, encoding, field.min(), field.max(), scale, offset, rounding);
  }

  /** All codes that a field can hold. */
  public static Interval field(Encoding encoding, int bits) {
    return switch (encoding) {
      case UNSIGNED -> new Interval(0, (1L << bits) - 1);
      case SIGNED -> new Interval(-(1L << (bits - 1)), (1L << (bits - 1)) - 1);
      case BIPOLAR -> new Interval(-1, 1);
    };
  }

  /** All codes that occur. */
  public Interval range() {
    return new Interval(min, max);
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
    return (long) Math.max(min, Math.min(max, rounding.apply(y)));
  }

  /** The real value that a code stands for. */
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
