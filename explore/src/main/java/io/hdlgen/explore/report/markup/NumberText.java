package io.hdlgen.explore.report.markup;

import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
public final class NumberText {
  private static final int DIGITS = 3;

  private NumberText() {}

  /** A fraction with three decimals: {@code 0.951}. */
  public static String fraction(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** A difference of fractions with its sign: {@code +0.013}, {@code −0.004}. */
  public static String difference(double value) {
    String size = fraction(Math.abs(value));
    if (Double.parseDouble(size) == 0) {
      return size;
    }
    return (value > 0 ? "+" : "\u2212") + size;
  }

  /**
   * A quantity with three digits that count, never with an exponent: {@code 0.00881}, {@code 161}.
   */
  public static String amount(double value) {
    if (value == 0) {
      return "0";
    }
    int exponent = (int) Math.floor(Math.log10(Math.abs(value)));
    return String.format(Locale.ROOT, "%." + Math.max(0, DIGITS - 1 - exponent) + "f", value);
  }

  /** A count with commas: {@code 1,199}. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** A ratio to two digits or so: {@code 1.04}, {@code 3.1}, {@code 310}. */
  public static String ratio(double value) {
    if (Double.isInfinite(value)) {
      return "infinitely many";
    }
    int decimals = value < 2 ? 2 : value < 10 ? 1 : 0;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /** A coordinate of a drawing, to a tenth: {@code 12.5}, {@code 12}. */
  public static String coordinate(double value) {
    double tenth = Math.rint(value * 10) / 10;
    return tenth == Math.rint(tenth)
        ? String.format(Locale.ROOT, "%d", (long) tenth)
        : String.format(Locale.ROOT, "%.1f", tenth);
  }
}
