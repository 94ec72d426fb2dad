package io.hdlgen.explore.logic;

/** Codes beyond the last class, which mean the last class. */
public final class LastClass {
  private LastClass() {}

  /**
   * The rows of a word whose code is greater than the last class.
   *
   * @param code {@code [code bits][words]}, the lowest bit first
   */
  public static long beyond(long[][] code, int word, int last) {
    long beyond = 0;
    for (int b = 0; b < code.length; b++) {
      long own = code[b][word];
      beyond = (last >> b & 1) == 0 ? own | beyond : own & beyond;
    }
    return beyond;
  }
}
