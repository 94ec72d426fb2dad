package io.hdlgen.explore.words;

import java.util.List;
import java.util.Locale;

/** Parts of English sentences. */
final class Words {
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
}
