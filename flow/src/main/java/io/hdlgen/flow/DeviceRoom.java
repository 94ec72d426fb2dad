package io.hdlgen.flow;

import io.hdlgen.boards.Estimators;
import io.hdlgen.boards.Target;
import io.hdlgen.boards.fpga.Capacity;
import io.hdlgen.boards.fpga.Fit;
import io.hdlgen.boards.fpga.Fpga;
import io.hdlgen.boards.fpga.Resource;
import io.hdlgen.hdl.estimate.FpgaEstimate;
import io.hdlgen.hdl.estimate.FpgaEstimator;
import io.hdlgen.hdl.netlist.Netlist;
import java.util.Optional;

/** How much of an FPGA a design may take if nobody says. */
record DeviceRoom(Capacity device, FpgaEstimator estimator) {
  /**
   * The rest is for the board's top, for estimates that are too low, and for what the placer needs
   * beyond the look-up tables of synthesis (a quarter more in an iCE40).
   */
  private static final double SHARE = 0.65;

  /** The room of a target; empty if it is no FPGA. */
  static Optional<DeviceRoom> of(Target target) {
    return target
        .fpga()
        .map(Fpga::capacity)
        .flatMap(
            device ->
                Estimators.of(target)
                    .map(estimator -> new DeviceRoom(device, (FpgaEstimator) estimator)));
  }

  long luts() {
    return (long) (SHARE * device.of(Resource.LUT));
  }

  long luts(Netlist netlist) {
    return estimator.estimate(netlist).luts();
  }

  /** The fraction of the room that a design takes; above 1 if it is too large. */
  double fraction(Netlist netlist) {
    FpgaEstimate estimate = estimator.estimate(netlist);
    return Fit.of(estimate, device).fraction() / SHARE;
  }
}
