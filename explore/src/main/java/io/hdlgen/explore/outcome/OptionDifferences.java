package io.hdlgen.explore.outcome;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/** Says which options of a folder are not those of a run that is to go on in it. */
final class OptionDifferences {
  private OptionDifferences() {}

  /**
   * Refuses options that differ.
   *
   * @param own those of the run, an option an entry
   * @param theirs those of the folder, the same ones in the same order; none: not known
   * @param what the folder has them for, as {@code its circuits were chosen}
   * @throws InvalidInputException if any differ
   */
  static void check(String folder, List<String> own, List<String> theirs, String what) {
    List<String> found = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < Math.min(own.size(), theirs.size()); i++) {
      if (!own.get(i).equals(theirs.get(i))) {
        found.add(own.get(i));
        expected.add(theirs.get(i));
      }
    }
    if (!found.isEmpty()) {
      throw new InvalidInputException(
          folder,
          String.join(", ", found),
          "%s, with which %s; or another folder, by -o"
              .formatted(String.join(", ", expected), what));
    }
  }
}
