package io.hdlgen.hdl.folding;

/**
 * Widths of the numbers of a layer, and what computes with them.
 *
 * @param inputBits bits of an input
 * @param weightBits bits of a weight
 * @param accumulatorBits bits of a sum
 * @param thresholds of a neuron; 0 if there are none
 * @param comparators that make an output of a sum: one a threshold, or one a step of a search
 * @param multiplied whether products are multiplications, for DSP blocks
 */
public record LayerFormat(
    int inputBits,
    int weightBits,
    int accumulatorBits,
    int thresholds,
    int comparators,
    boolean multiplied) {}
