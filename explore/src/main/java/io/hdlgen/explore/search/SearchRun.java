package io.hdlgen.explore.search;

import java.util.List;

/**
 * What a search depends on. Options are given as on the command line, an option an entry, always
 * the same ones in the same order: {@code --seed 1}, {@code no --label}.
 *
 * @param digest of all that trials depend on, rows included
 * @param options what of that the user chose
 * @param choice options that change which circuits are chosen, and no trial
 */
public record SearchRun(String digest, List<String> options, List<String> choice) {
  public SearchRun {
    options = List.copyOf(options);
    choice = List.copyOf(choice);
  }
}
