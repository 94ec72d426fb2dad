package io.hdlgen.hdl;

import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.load.Declaration;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is asked of the hardware.
 *
 * @param top name of the top module: a Verilog identifier
 * @param clockMhz the clock to pipeline for; without effect where {@code stages} is given, or
 *     without a clock
 * @param stages register ranks from input to output, at least 1
 * @param foldings one a layer; without effect on other architectures than folded
 * @param multipliers whether a folded design may multiply wide numbers in DSP blocks
 * @param costModel delays of the target
 * @param header lines of comment at the top of every file
 * @param loadable the networks that a folded design can be loaded with; empty if its numbers are
 *     built in, without effect on other architectures
 */
public record HardwareOptions(
    String top,
    Architecture architecture,
    Outputs outputs,
    double clockMhz,
    OptionalInt stages,
    List<Folding> foldings,
    boolean multipliers,
    CostModel costModel,
    List<String> header,
    Optional<Declaration> loadable) {
  public HardwareOptions {
    foldings = List.copyOf(foldings);
    header = List.copyOf(header);
    if (!(clockMhz > 0) || stages.orElse(1) < 1) {
      throw new IllegalArgumentException("clock " + clockMhz + " MHz, stages " + stages);
    }
  }

  /** With numbers that are built in. */
  public HardwareOptions(
      String top,
      Architecture architecture,
      Outputs outputs,
      double clockMhz,
      OptionalInt stages,
      List<Folding> foldings,
      boolean multipliers,
      CostModel costModel,
      List<String> header) {
    this(
        top,
        architecture,
        outputs,
        clockMhz,
        stages,
        foldings,
        multipliers,
        costModel,
        header,
        Optional.empty());
  }

  /** The same with numbers that are loaded. */
  public HardwareOptions withLoadable(Declaration declaration) {
    return new HardwareOptions(
        top,
        architecture,
        outputs,
        clockMhz,
        stages,
        foldings,
        multipliers,
        costModel,
        header,
        Optional.of(declaration));
  }

  /** Of a design that is not folded. */
  public HardwareOptions(
      String top,
      Architecture architecture,
      Outputs outputs,
      double clockMhz,
      OptionalInt stages,
      CostModel costModel,
      List<String> header) {
    this(top, architecture, outputs, clockMhz, stages, List.of(), true, costModel, header);
  }
}
