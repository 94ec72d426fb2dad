package io.hdlgen.explore.report;

import io.hdlgen.explore.report.markup.NumberText;

/** Ratios in words. */
final class RatioText {
  private static final String SAME = NumberText.ratio(1);

  private RatioText() {}

  /**
   * {@code 3.1 times less}, {@code 1.60 times more} or {@code the same}; of a circuit without gates
   * {@code none at all}.
   */
  static String times(double ratio) {
    if (Double.isInfinite(ratio)) {
      return "none at all";
    }
    if (ratio == 0) {
      return "some instead of none";
    }
    return same(ratio) ? "the same" : number(ratio) + (ratio > 1 ? " times less" : " times more");
  }

  /** {@code 1.40 to 3.1 times less}, or from what is more to what is less. */
  static String range(double least, double most) {
    if (number(least).equals(number(most)) && least > 1 == most > 1) {
      return times(least);
    }
    boolean bothLess = least > 1 && !same(least);
    boolean bothMore = most < 1 && !same(most);
    if (Double.isInfinite(most) || least == 0) {
      return times(least) + " to " + times(most);
    }
    if (bothLess) {
      return number(least) + " to " + times(most);
    }
    return bothMore
        ? number(most) + " to " + times(least)
        : "from " + times(least) + " to " + times(most);
  }

  /** A ratio by its size: 0.5 is twice as much. */
  private static String number(double ratio) {
    return NumberText.ratio(ratio >= 1 ? ratio : 1 / ratio);
  }

  private static boolean same(double ratio) {
    return number(ratio).equals(SAME);
  }
}
