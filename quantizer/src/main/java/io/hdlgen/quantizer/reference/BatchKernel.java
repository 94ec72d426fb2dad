package io.hdlgen.quantizer.reference;

/** Computes the scores of many rows. Safe for use by several threads at once. */
interface BatchKernel {

  /**
   * Fills {@code scores[first .. last - 1]} from {@code codes[first .. last - 1]}, which are in the
   * ranges of their features.
   */
  void scores(long[][] codes, long[][] scores, int first, int last);
}
