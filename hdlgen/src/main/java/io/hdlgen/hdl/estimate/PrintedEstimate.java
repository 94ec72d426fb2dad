package io.hdlgen.hdl.estimate;

/**
 * What a printed design takes.
 *
 * @param areaCm2 of the cells, flip-flops included
 * @param gates cells
 * @param staticPowerMw in proportion to the area: within a fifth of one weighted by real inputs
 */
public record PrintedEstimate(double areaCm2, long gates, double staticPowerMw)
    implements Estimate {}
