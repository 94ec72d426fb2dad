package io.hdlgen.boards;

import io.hdlgen.boards.fpga.Fpga;
import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.estimate.BlockRam;
import io.hdlgen.hdl.estimate.Estimator;
import io.hdlgen.hdl.estimate.Fabric;
import io.hdlgen.hdl.estimate.FpgaEstimator;
import io.hdlgen.hdl.estimate.LutRam;
import io.hdlgen.hdl.estimate.Multiplier;
import io.hdlgen.hdl.estimate.PrintedEstimator;
import java.util.Locale;
import java.util.Optional;

/**
 * Calibrated estimates of targets: {@code boards/estimates/<name>.properties}, named after the
 * FPGA's family, or after a target without one.
 */
public final class Estimators {
  private Estimators() {}

  /** The estimates of a target; empty for one without a technology. */
  public static Optional<Estimator> of(Target target) {
    String name =
        target
            .fpga()
            .map(Fpga::family)
            .map(family -> family.name().toLowerCase(Locale.ROOT))
            .orElse(target.name());
    String file = name + ".properties";
    if (target.technology() instanceof Technology.Portable) {
      return Optional.empty();
    }
    TargetFolder folder =
        new TargetFolder("estimates", file, text -> TargetCatalogue.resource("estimates/" + text));
    Estimator estimator =
        target.fpga().isPresent() ? fpga(folder, target.costModel()) : printed(folder);
    folder.checkAllRead();
    return Optional.of(estimator);
  }

  private static Estimator fpga(TargetFolder folder, CostModel delays) {
    return new FpgaEstimator(
        new Fabric(
            folder.integer("lutInputs"),
            folder.integer("carry.fewestBits"),
            folder.integer("carry.bitsPerCell"),
            Boolean.parseBoolean(folder.text("carry.propagated")),
            true,
            Optional.of(
                new BlockRam(
                    folder.integer("blockRam.bits"),
                    folder.integer("blockRam.width"),
                    folder.number("blockRam.cost"),
                    folder.number("blockRam.count"))),
            folder.has("lutRam.words")
                ? Optional.of(
                    new LutRam(
                        folder.integer("lutRam.words"),
                        folder.integer("lutRam.width"),
                        folder.number("lutRam.cost"),
                        folder.integer("lutRam.luts")))
                : Optional.empty(),
            folder.has("dsp.widthA")
                ? Optional.of(
                    new Multiplier(
                        folder.integer("dsp.widthA"),
                        folder.integer("dsp.widthB"),
                        folder.integer("dsp.fewestFactorBits"),
                        folder.integer("dsp.fewestProductBits"),
                        folder.number("dsp.ns")))
                : Optional.empty()),
        new FpgaEstimator.Weights(
            folder.number("luts.gate"),
            folder.number("luts.inverter"),
            folder.number("luts.sum"),
            folder.number("luts.carry")),
        delays);
  }

  private static Estimator printed(TargetFolder folder) {
    return new PrintedEstimator(
        folder.number("andMm2"),
        folder.number("xorMm2"),
        folder.number("flipFlopMm2"),
        folder.number("cellsPerMm2"),
        folder.number("staticMwPerCm2"));
  }
}
