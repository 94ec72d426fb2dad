package io.hdlgen.explore.report;

import java.util.List;
import java.util.Locale;

/** What circuits take of what others take, in words. */
final class ShareText {
  private static final double SMALL = 0.1;

  private ShareText() {}

  /** {@code 32 %}, {@code 4.2 %}; {@code some instead of none} where it is infinite. */
  static String of(double share) {
    if (Double.isInfinite(share)) {
      return "some instead of none";
    }
    boolean small = share > 0 && share < SMALL;
    return String.format(Locale.ROOT, small ? "%.1f %%" : "%,.0f %%", 100 * share);
  }

  /**
   * {@code 9.1 % to 109 %} of what trees take, or one share where both ends read the same.
   *
   * @param shares at least one
   */
  static String range(List<Double> shares) {
    List<Double> finite = shares.stream().filter(share -> !share.isInfinite()).sorted().toList();
    if (finite.isEmpty()) {
      return of(Double.POSITIVE_INFINITY);
    }
    String least = of(finite.get(0));
    String most = of(finite.get(finite.size() - 1));
    String range = least.equals(most) ? least : least + " to " + most;
    boolean free = finite.size() < shares.size();
    return free ? range + " (and some where the tree takes none)" : range;
  }
}
