package io.hdlgen.flow.equivalence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bits as people read them: those of a vector in one. */
final class BitValues {
  private BitValues() {}

  /**
   * {@code x0_i = 0b0101, valid_q = 1}; a bit that is not given is an {@code x}.
   *
   * @param bits value by name, {@code x0_i[3]} or {@code valid_q}
   */
  static String describe(Map<String, Integer> bits) {
    Map<String, StringBuilder> vectors = new LinkedHashMap<>();
    bits.forEach(
        (name, value) -> {
          int bracket = name.lastIndexOf('[');
          String vector = bracket < 0 ? name : name.substring(0, bracket);
          int place =
              bracket < 0 ? 0 : Integer.parseInt(name.substring(bracket + 1, name.length() - 1));
          StringBuilder digits = vectors.computeIfAbsent(vector, key -> new StringBuilder());
          while (digits.length() <= place) {
            digits.insert(0, 'x');
          }
          digits.setCharAt(digits.length() - 1 - place, (char) ('0' + value));
        });
    List<String> parts = new ArrayList<>();
    vectors.forEach(
        (name, digits) -> parts.add(name + " = " + (digits.length() > 1 ? "0b" : "") + digits));
    return String.join(", ", parts);
  }
}
