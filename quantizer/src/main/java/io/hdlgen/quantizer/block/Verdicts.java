package io.hdlgen.quantizer.block;

/**
 * What the rows of a block give. To be filled again and again.
 *
 * @param classes {@code [CodeBlock.ROWS]}; -1 if the decision gives scores alone
 * @param scores {@code [outputs][CodeBlock.ROWS]}; of no meaning if the decision is on bits
 */
public record Verdicts(int[] classes, long[][] scores) {
  /** Room for the verdicts of a network with so many values in its last layer. */
  Verdicts(int outputs) {
    this(new int[CodeBlock.ROWS], new long[outputs][CodeBlock.ROWS]);
  }
}
