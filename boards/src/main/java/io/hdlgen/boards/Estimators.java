package io.hdlgen.boards;

import io.hdlgen.boards.fpga.Family;
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
  private static final String FOLDER = "estimates";

  private Estimators() {}

  /** The estimates of a target; empty for one without a technology. */
  public static Optional<Estimator> of(Target target) {
    if (target.technology() instanceof Technology.Portable) {
      return Optional.empty();
    }
    return Optional.of(
        target
            .fpga()
            .<Estimator>map(fpga -> fpga(fpga.family(), target.costModel()))
            .orElseGet(() -> printed(target.name())));
  }

  /**
   * The estimates of a family of FPGAs.
   *
   * @param delays those that count where placed designs have not shown others
   */
  public static FpgaEstimator fpga(Family family, CostModel delays) {
    TargetFolder folder = folder(family.name().toLowerCase(Locale.ROOT));
    FpgaEstimator estimator =
        new FpgaEstimator(
            new Fabric(
                folder.integer("lutInputs"),
                folder.integer("carry.fewestBits"),
                folder.integer("carry.bitsPerCell"),
                Boolean.parseBoolean(folder.text("carry.propagated")),
                true,
                Optional.of(blockRam(folder)),
                lutRam(folder),
                multiplier(folder)),
            new FpgaEstimator.Weights(
                folder.number("luts.gate"),
                folder.number("luts.inverter"),
                folder.number("luts.sum"),
                folder.number("luts.carry")),
            folder.has("delay.registerNs") ? delays(folder) : delays);
    folder.checkAllRead();
    return estimator;
  }

  /** The estimates of a printed technology. */
  public static PrintedEstimator printed(String target) {
    TargetFolder folder = folder(target);
    PrintedEstimator estimator =
        new PrintedEstimator(
            folder.number("andMm2"),
            folder.number("xorMm2"),
            folder.number("flipFlopMm2"),
            folder.number("cellsPerMm2"),
            folder.number("staticMwPerCm2"));
    folder.checkAllRead();
    return estimator;
  }

  private static TargetFolder folder(String name) {
    return new TargetFolder(
        FOLDER, name + ".properties", file -> TargetCatalogue.resource(FOLDER + "/" + file));
  }

  private static CostModel delays(TargetFolder folder) {
    return new CostModel(
        folder.name(),
        folder.number("delay.registerNs"),
        folder.number("delay.logicNs"),
        folder.number("delay.carryBaseNs"),
        folder.number("delay.carryPerBitNs"));
  }

  private static BlockRam blockRam(TargetFolder folder) {
    return new BlockRam(
        folder.integer("blockRam.bits"),
        folder.integer("blockRam.width"),
        folder.number("blockRam.cost"),
        folder.number("blockRam.count"));
  }

  private static Optional<LutRam> lutRam(TargetFolder folder) {
    return folder.has("lutRam.words")
        ? Optional.of(
            new LutRam(
                folder.integer("lutRam.words"),
                folder.integer("lutRam.width"),
                folder.number("lutRam.cost"),
                folder.integer("lutRam.luts")))
        : Optional.empty();
  }

  private static Optional<Multiplier> multiplier(TargetFolder folder) {
    return folder.has("dsp.widthA")
        ? Optional.of(
            new Multiplier(
                folder.integer("dsp.widthA"),
                folder.integer("dsp.widthB"),
                folder.integer("dsp.fewestFactorBits"),
                folder.integer("dsp.fewestProductBits"),
                folder.number("dsp.ns")))
        : Optional.empty();
  }
}
