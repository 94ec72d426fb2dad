package io.hdlgen.hdl.estimate;

/** How a technology adds. */
interface Adders {
  /**
   * {@code a + b + carryIn}.
   *
   * @param a literals, lowest bit first
   * @param b as many
   * @return the sum's bits, then the carry out of the highest
   */
  int[] sum(int[] a, int[] b, int carryIn);

  /**
   * Whether {@code a < b}.
   *
   * @param signed whether both are two's complement
   */
  int less(int[] a, int[] b, boolean signed);

  /** Whether {@code a >= b}. */
  int atLeast(int[] a, int[] b, boolean signed);
}
