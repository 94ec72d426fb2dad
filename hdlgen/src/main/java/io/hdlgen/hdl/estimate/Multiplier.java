package io.hdlgen.hdl.estimate;

/**
 * Multipliers of an FPGA.
 *
 * @param widthA bits of the wider factor
 * @param widthB bits of the other
 * @param fewestFactorBits narrower factors are multiplied by gates
 * @param fewestProductBits narrower products are made of gates
 * @param ns from factors to product, with routing
 */
public record Multiplier(
    int widthA, int widthB, int fewestFactorBits, int fewestProductBits, double ns) {
  /** Blocks that a product takes; 0 if it is made of gates. */
  long blocks(int left, int right, int product) {
    if (Math.min(left, right) < fewestFactorBits || product < fewestProductBits) {
      return 0;
    }
    return BlockRam.ceil(Math.max(left, right), widthA)
        * BlockRam.ceil(Math.min(left, right), widthB);
  }
}
