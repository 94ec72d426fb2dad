package io.hdlgen.benchmarks.estimates;

import io.hdlgen.boards.Estimators;
import io.hdlgen.boards.Target;
import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.boards.fpga.Family;
import io.hdlgen.boards.fpga.Resource;
import io.hdlgen.hdl.estimate.Estimator;
import io.hdlgen.hdl.estimate.Fabric;
import io.hdlgen.hdl.estimate.FpgaEstimate;
import io.hdlgen.hdl.estimate.FpgaEstimator;
import io.hdlgen.hdl.estimate.PrintedEstimator;
import io.hdlgen.hdl.signature.Architecture;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Something that is estimated and measured.
 *
 * @param measured by a tool; empty if a design was not measured
 * @param estimated of the same design
 */
record Quantity(
    String name, Function<Sample, OptionalDouble> measured, ToDoubleFunction<Sample> estimated) {

  /** All that the report compares. */
  static List<Quantity> all() {
    return List.of(
        resource("icebreaker", Tool.ICE40, Resource.LUT, FpgaEstimate::luts),
        carries(),
        resource("icebreaker", Tool.ICE40, Resource.FLIP_FLOP, FpgaEstimate::flipFlops),
        resource("icebreaker", Tool.ICE40, Resource.BLOCK_RAM, FpgaEstimate::blockRams),
        resource("icebreaker", Tool.ICE40, Resource.DSP, FpgaEstimate::dsps),
        fmax(),
        area("many passes", Tool.PRINTED_DEEP),
        area("one pass", Tool.PRINTED),
        resource("arty_a7_35t", Tool.XILINX, Resource.LUT, FpgaEstimate::luts),
        resource("ulx3s_85f", Tool.ECP5, Resource.LUT, FpgaEstimate::luts),
        resource("tangnano9k", Tool.GOWIN, Resource.LUT, FpgaEstimate::luts),
        foldingSearch("arty_a7_35t", Tool.XILINX),
        foldingSearch("icebreaker", Tool.ICE40));
  }

  private static Quantity resource(
      String target, Tool tool, Resource resource, ToDoubleFunction<FpgaEstimate> estimated) {
    return new Quantity(
        resource.key() + ", " + target,
        sample -> used(sample, tool, resource),
        sample -> estimated.applyAsDouble(estimate(target, sample)));
  }

  private static Quantity carries() {
    return new Quantity(
        "carries, icebreaker",
        sample ->
            sample
                .of(Tool.ICE40)
                .map(found -> OptionalDouble.of(Family.ICE40.cells().carries(cells(found))))
                .orElse(OptionalDouble.empty()),
        sample -> estimate("icebreaker", sample).carries());
  }

  private static Quantity fmax() {
    return new Quantity(
        "fmaxMhz, icebreaker",
        sample ->
            sample
                .of(Tool.ICE40)
                .filter(found -> found.fmaxMhz() > 0)
                .map(found -> OptionalDouble.of(found.fmaxMhz()))
                .orElse(OptionalDouble.empty()),
        sample -> estimate("icebreaker", sample).fmaxMhz());
  }

  private static Quantity area(String flow, Tool tool) {
    PrintedEstimator printed = Estimators.printed("egfet_1v0");
    return new Quantity(
        "areaCm2, egfet_1v0, " + flow,
        sample ->
            sample
                .of(tool)
                .map(found -> OptionalDouble.of(Tool.areaCm2(found.cells())))
                .orElse(OptionalDouble.empty()),
        sample -> printed.estimate(sample.netlist()).areaCm2());
  }

  /** The formula, made for six inputs, that chooses between foldings. */
  private static Quantity foldingSearch(String target, Tool tool) {
    return new Quantity(
        "luts by the search's formula, " + target,
        sample ->
            sample.architecture() == Architecture.FOLDED
                    && sample.random().options().loadable().isEmpty()
                ? used(sample, tool, Resource.LUT)
                : OptionalDouble.empty(),
        sample -> sample.random().lutsByFormula());
  }

  private static OptionalDouble used(Sample sample, Tool tool, Resource resource) {
    return sample
        .of(tool)
        .map(found -> OptionalDouble.of(tool.use(cells(found)).of(resource)))
        .orElse(OptionalDouble.empty());
  }

  private static SortedMap<String, Long> cells(Measurement found) {
    SortedMap<String, Long> cells = new TreeMap<>();
    found.cells().forEach((type, count) -> cells.put(type, (long) count));
    return cells;
  }

  private static FpgaEstimate estimate(String target, Sample sample) {
    return sample
        .estimates()
        .computeIfAbsent(target, name -> estimator(name, sample).estimate(sample.netlist()));
  }

  /** The estimates of a target, without multipliers if the tool was not to take any. */
  static FpgaEstimator estimator(String name, Sample sample) {
    Target target = TargetCatalogue.builtIn().find(name);
    Estimator estimator = Estimators.of(target).orElseThrow();
    FpgaEstimator fpga = (FpgaEstimator) estimator;
    Fabric fabric = fpga.fabric();
    return sample.random().dsp()
        ? fpga
        : new FpgaEstimator(fabric.withoutMultipliers(), fpga.weights(), fpga.delays());
  }
}
