package io.hdlgen.canids.feature;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the fields of frames enter a network. In hardware both are the same wires. */
public enum InputForm {
  /** Every field is one number. */
  CODES,
  /**
   * Every bit of a field is an input of its own, the lowest first: each has its own weight, so that
   * networks of few bits can tell identifiers apart that are neighbours as numbers.
   */
  BITS;

  /** The name in files and commands: {@code codes}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The form of a name. */
  public static Optional<InputForm> ofKey(String key) {
    return Arrays.stream(values()).filter(form -> form.key().equals(key)).findFirst();
  }
}
