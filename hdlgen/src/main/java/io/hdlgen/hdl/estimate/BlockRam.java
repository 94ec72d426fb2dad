package io.hdlgen.hdl.estimate;

/**
 * Block RAM of an FPGA, and when Yosys takes it ({@code memory_libmap}): where its cost is less
 * than that of gates, 1 a bit, or 1/16 of that for a read-only memory. A memory that is written
 * costs 1 more for each bit of a word.
 *
 * @param bits of one block
 * @param widest bits of a word
 * @param cost of one block
 * @param count blocks of the family's usual size that it counts as
 */
public record BlockRam(int bits, int widest, double cost, double count) {
  static final double READ_ONLY_BIT = 1 / 16.0;

  /** The fewest blocks that hold a memory: words are split over blocks as well as widths. */
  long blocks(long words, int width) {
    long fewest = Long.MAX_VALUE;
    for (int wide = widest; wide >= 1 && bits / wide <= 1 << 15; wide /= 2) {
      int deep = Integer.highestOneBit(bits / wide);
      fewest = Math.min(fewest, ceil(words, deep) * ceil(width, wide));
    }
    return fewest;
  }

  static long ceil(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }
}
