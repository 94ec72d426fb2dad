package io.hdlgen.hdl.lower;

/** What a design gives out. */
public enum Outputs {
  CLASS,
  SCORES,
  BOTH;

  public boolean hasClass() {
    return this != SCORES;
  }

  public boolean hasScores() {
    return this != CLASS;
  }
}
