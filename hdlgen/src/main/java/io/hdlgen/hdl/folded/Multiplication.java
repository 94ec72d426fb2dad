package io.hdlgen.hdl.folded;

/** Which products of folded designs are multiplications, which tools map to DSP blocks. */
public enum Multiplication {
  /** Those of two numbers of more than three bits: of fewer, gates are smaller. */
  AUTO(4),
  /** All but those with single bits. */
  YES(2),
  /** None. */
  NO(Integer.MAX_VALUE);

  private final int fewestBits;

  Multiplication(int fewestBits) {
    this.fewestBits = fewestBits;
  }

  /** Whether a product of numbers so wide is one. */
  boolean multiplies(int codeBits, int weightBits) {
    return Math.min(codeBits, weightBits) >= fewestBits;
  }
}
