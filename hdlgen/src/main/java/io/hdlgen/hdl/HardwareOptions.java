package io.hdlgen.hdl;

import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.load.Declaration;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
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
 * @param multiplication which products of a folded design are multiplications, for DSP blocks
 * @param costModel delays of the target
 * @param header lines of comment at the top of every file
 * @param bus how a design with a clock is connected; without effect on others
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
    Multiplication multiplication,
    CostModel costModel,
    List<String> header,
    Bus bus,
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
      Multiplication multiplication,
      CostModel costModel,
      List<String> header,
      Bus bus) {
    this(
        top,
        architecture,
        outputs,
        clockMhz,
        stages,
        foldings,
        multiplication,
        costModel,
        header,
        bus,
        Optional.empty());
  }

  /** Of a design that is not folded, between streams or without a clock. */
  public HardwareOptions(
      String top,
      Architecture architecture,
      Outputs outputs,
      double clockMhz,
      OptionalInt stages,
      CostModel costModel,
      List<String> header) {
    this(
        top,
        architecture,
        outputs,
        clockMhz,
        stages,
        List.of(),
        Multiplication.AUTO,
        costModel,
        header,
        Bus.STREAM,
        Optional.empty());
  }

  /** The same folded. */
  public HardwareOptions withFoldings(List<Folding> others, Multiplication products) {
    return new HardwareOptions(
        top,
        Architecture.FOLDED,
        outputs,
        clockMhz,
        stages,
        others,
        products,
        costModel,
        header,
        bus,
        loadable);
  }

  /** The same with another connection. */
  public HardwareOptions withBus(Bus other) {
    return new HardwareOptions(
        top,
        architecture,
        outputs,
        clockMhz,
        stages,
        foldings,
        multiplication,
        costModel,
        header,
        other,
        loadable);
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
        multiplication,
        costModel,
        header,
        bus,
        Optional.of(declaration));
  }
}
