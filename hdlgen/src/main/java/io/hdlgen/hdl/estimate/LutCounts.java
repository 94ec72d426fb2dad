package io.hdlgen.hdl.estimate;

/**
 * What the mapping of a design counts, before any coefficient.
 *
 * @param gates look-up tables of logic
 * @param inverters look-up tables that only invert
 * @param sums bits of sums that carry chains give
 * @param carries cells of carry chains
 * @param rams look-up tables that serve as memory
 */
public record LutCounts(long gates, long inverters, long sums, long carries, long rams) {}
