package io.hdlgen.quantizer.reference;

/** Computes what the decision of many rows is made on. Safe for use by several threads at once. */
interface BatchKernel {

  /**
   * Fills {@code operands[first .. last - 1]} from {@code codes[first .. last - 1]}, which are in
   * the ranges of their features: the scores, or the values of the last layer if the decision has
   * no scores.
   */
  void operands(long[][] codes, long[][] operands, int first, int last);
}
