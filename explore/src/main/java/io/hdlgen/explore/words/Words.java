package io.hdlgen.explore.words;

import java.util.List;
import java.util.Locale;

/** Parts of English sentences. */
public final class Words {
  private static final int MOST_NAMES = 20;

  private Words() {}

  /** {@code a}, {@code a and b}, {@code a, b and c}; {@code nothing}. */
  static String and(List<String> items) {
    int last = items.size() - 1;
    return switch (items.size()) {
      case 0 -> "nothing";
      case 1 -> items.get(0);
      default -> String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    };
  }

  /** {@code 1 gate}, {@code 2 gates}, {@code no gates}. */
  static String count(long number, String what) {
    String plural = what + "s";
    if (number == 0) {
      return "no " + plural;
    }
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? what : plural);
  }

  /** The first of many names, and how many more there are; of few all. */
  public static String some(List<String> names) {
    if (names.size() <= MOST_NAMES) {
      return and(names);
    }
    return String.join(", ", names.subList(0, MOST_NAMES))
        + " and "
        + (names.size() - MOST_NAMES)
        + " more";
  }
}
