package io.hdlgen.hdl.folding;

/**
 * Widths of the numbers of a layer.
 *
 * @param inputBits bits of an input
 * @param weightBits bits of a weight
 * @param accumulatorBits bits of a sum
 * @param thresholds comparisons that make an output of a sum; 0 if there are none
 */
public record LayerFormat(int inputBits, int weightBits, int accumulatorBits, int thresholds) {}
