package io.hdlgen.hdl.folding;

/**
 * What a layer does in the {@link CycleReport#cycles} of its steady state. The three add up to
 * them.
 *
 * @param busy cycles in which it issues a slot
 * @param waitsForInput cycles in which the word that it needs is not there
 * @param waitsForRoom cycles in which only a place for its result is missing
 */
public record LayerCycles(long busy, long waitsForInput, long waitsForRoom) {}
