package io.hdlgen.hdl.estimate;

import io.hdlgen.hdl.netlist.Netlist;

/**
 * A technology's rules and calibrated coefficients. The same netlist gives the same estimate; it
 * takes time in proportion to the netlist's bits, under a second for 50,000 operations.
 */
public sealed interface Estimator permits FpgaEstimator, PrintedEstimator {
  /** What a design takes. */
  Estimate estimate(Netlist netlist);
}
