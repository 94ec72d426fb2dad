package io.hdlgen.explore.protocol;

import java.util.Locale;

/** The rows that a figure was measured on. */
public enum Part {
  /** Rows that the classifier was fitted to. */
  TRAIN,
  /** Rows that the classifier was not fitted to, but that choices were made by. */
  VALIDATION,
  /** Rows that had no part in any choice. */
  TEST;

  /** The word for people and files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
