package io.hdlgen.hdl.estimate;

import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.netlist.Netlist;

/**
 * Estimates for an FPGA.
 *
 * @param fabric what it offers
 * @param weights look-up tables for each thing counted
 * @param delays with routing
 */
public record FpgaEstimator(Fabric fabric, Weights weights, CostModel delays) implements Estimator {

  /**
   * Look-up tables, as a tool makes them, for each that the mapping counts.
   *
   * @param gate for a look-up table of logic
   * @param inverter for one that only inverts
   * @param sum for a bit of a sum
   * @param carry for a cell of a carry chain
   */
  public record Weights(double gate, double inverter, double sum, double carry) {}

  @Override
  public FpgaEstimate estimate(Netlist netlist) {
    Elaboration design = Elaboration.of(netlist, fabric);
    LutMapping mapping = new LutMapping(design, delays);
    LutCounts counts = counts(design, mapping);
    double luts =
        weights.gate() * counts.gates()
            + weights.inverter() * counts.inverters()
            + weights.sum() * counts.sums()
            + weights.carry() * counts.carries()
            + counts.rams();
    double worstNs = mapping.worstNs();
    double blockRams =
        fabric.blockRam().map(BlockRam::count).orElse(0.0) * design.storage().blockRams();
    return new FpgaEstimate(
        Math.round(luts),
        counts.carries(),
        design.storage().flipFlops(),
        (long) Math.ceil(blockRams),
        mapping.blocks(),
        worstNs,
        1000 / (worstNs + delays.registerNs()));
  }

  /** What the coefficients are multiplied with. */
  public LutCounts counts(Netlist netlist) {
    Elaboration design = Elaboration.of(netlist, fabric);
    return counts(design, new LutMapping(design, delays));
  }

  private static LutCounts counts(Elaboration design, LutMapping mapping) {
    return new LutCounts(
        mapping.luts(),
        mapping.inverters(),
        mapping.sumBits(),
        mapping.carries(),
        design.storage().ramLuts());
  }
}
