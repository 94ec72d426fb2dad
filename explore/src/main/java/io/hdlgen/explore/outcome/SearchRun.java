package io.hdlgen.explore.outcome;

import java.util.List;

/**
 * What a search depends on.
 *
 * @param digest of all that trials depend on, rows included: a {@link RunDigest}
 * @param options what of that the user chose: an {@link OptionList}
 * @param choice options that change what is chosen, and no trial: an {@link OptionList}
 */
public record SearchRun(String digest, List<String> options, List<String> choice) {
  public SearchRun {
    options = List.copyOf(options);
    choice = List.copyOf(choice);
  }
}
