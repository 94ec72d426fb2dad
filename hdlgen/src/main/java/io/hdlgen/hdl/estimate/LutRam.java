package io.hdlgen.hdl.estimate;

/**
 * Look-up tables that serve as a memory of one write and one read port.
 *
 * @param words of one cell
 * @param width of one cell
 * @param cost of one cell, as {@link BlockRam#cost}
 * @param luts that one cell takes
 */
public record LutRam(int words, int width, double cost, int luts) {
  long cells(long depth, int wide) {
    return BlockRam.ceil(depth, words) * BlockRam.ceil(wide, width);
  }
}
