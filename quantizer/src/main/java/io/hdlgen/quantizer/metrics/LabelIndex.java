package io.hdlgen.quantizer.metrics;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The classes that labels mean. A label means the class of the same name, or else the first class
 * whose name is the same number: "3", "3.0" and "03" all mean the class "3".
 */
public final class LabelIndex {
  private static final int SHOWN = 20;
  private static final int LONGEST_NUMBER = 40;

  private final List<String> classNames;
  private final Map<String, Integer> byText = new HashMap<>();
  private final Map<BigDecimal, Integer> byNumber = new HashMap<>();

  public LabelIndex(List<String> classNames) {
    this.classNames = List.copyOf(classNames);
    for (int k = 0; k < this.classNames.size(); k++) {
      int index = k;
      byText.putIfAbsent(this.classNames.get(k), index);
      number(this.classNames.get(k)).ifPresent(number -> byNumber.putIfAbsent(number, index));
    }
  }

  /** The class that a label means; empty if there is none. */
  public OptionalInt find(String label) {
    Integer index = byText.get(label);
    if (index == null) {
      index = number(label).map(byNumber::get).orElse(null);
    }
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /**
   * The class of each label.
   *
   * @param source what messages call the labels, such as a file's name
   * @throws InvalidInputException listing the labels that mean no class, and the classes
   */
  public int[] indices(List<String> labels, String source) {
    int[] indices = new int[labels.size()];
    Set<String> unknown = new LinkedHashSet<>();
    for (int r = 0; r < indices.length; r++) {
      OptionalInt index = find(labels.get(r));
      if (index.isEmpty()) {
        unknown.add(labels.get(r));
      }
      indices[r] = index.orElse(0);
    }
    if (!unknown.isEmpty()) {
      throw new InvalidInputException(
          source,
          "the labels " + shown(List.copyOf(unknown)) + ", which are no class of the network",
          "labels among " + shown(classNames));
    }
    return indices;
  }

  private static String shown(List<String> names) {
    return names.size() <= SHOWN
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, SHOWN)) + ", ...";
  }

  /** The number that a text is, in one form for all ways to write it. */
  private static Optional<BigDecimal> number(String text) {
    if (text.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text.strip()).stripTrailingZeros());
    } catch (NumberFormatException notOne) {
      return Optional.empty();
    }
  }
}
