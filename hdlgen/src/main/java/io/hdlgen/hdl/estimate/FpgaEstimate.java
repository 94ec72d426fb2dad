package io.hdlgen.hdl.estimate;

/**
 * What a design takes of an FPGA.
 *
 * @param luts look-up tables, those in carry chains and small memories included
 * @param carries cells of carry chains
 * @param blockRams blocks of the family's usual size; halves are rounded up
 * @param worstNs the longest way between two registers, memories or ports, with routing, in ns
 * @param fmaxMhz the clock that this allows, if ports are registered
 */
public record FpgaEstimate(
    long luts,
    long carries,
    long flipFlops,
    long blockRams,
    long dsps,
    double worstNs,
    double fmaxMhz)
    implements Estimate {}
