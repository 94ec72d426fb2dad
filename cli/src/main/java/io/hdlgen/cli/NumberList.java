package io.hdlgen.cli;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/** Lists on the command line: {@code 4,2,2}. */
final class NumberList {
  private NumberList() {}

  /** The entries, without the blanks around them; none for null. */
  static List<String> entries(String option, String text) {
    List<String> entries = new ArrayList<>();
    if (text != null) {
      for (String entry : text.split(",", -1)) {
        if (entry.isBlank()) {
          throw new InvalidInputException(
              option, "\"" + text + "\"", "entries with commas between them, none of them empty");
        }
        entries.add(entry.strip());
      }
    }
    return entries;
  }

  /** The entries, all integers. */
  static List<Integer> numbers(String option, String text) {
    return entries(option, text).stream().map(entry -> number(option, entry)).toList();
  }

  private static int number(String option, String entry) {
    try {
      return Integer.parseInt(entry);
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          option, "\"" + entry + "\"", "integers with commas between them: 4,2,2", e);
    }
  }
}
