package io.hdlgen.quantizer.train;

/**
 * Which rows were learnt from, and which were kept back.
 *
 * @param training row indices, ascending
 * @param validation row indices, ascending; may be empty
 */
public record Split(int[] training, int[] validation) {}
