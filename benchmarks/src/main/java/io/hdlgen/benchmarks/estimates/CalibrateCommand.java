package io.hdlgen.benchmarks.estimates;

import io.hdlgen.boards.fpga.Resource;
import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.estimate.FpgaEstimator;
import io.hdlgen.hdl.estimate.GateCount;
import io.hdlgen.hdl.estimate.LutCounts;
import io.hdlgen.hdl.estimate.PrintedEstimator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Fits the coefficients of the estimates to one half of the designs. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description = "Prints the coefficients that fit one half of the designs best.")
final class CalibrateCommand implements Callable<Integer> {
  private static final double MM2_PER_CM2 = 100;

  @Parameters(paramLabel = "FILE", description = "What collect wrote.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    List<Sample> samples = Sample.read(file).stream().filter(Sample::isFitted).toList();
    luts(samples, Tool.ICE40, "icebreaker");
    luts(samples, Tool.XILINX, "arty_a7_35t");
    luts(samples, Tool.ECP5, "ulx3s_85f");
    luts(samples, Tool.GOWIN, "tangnano9k");
    area(samples);
    delays(samples);
    return 0;
  }

  private static void luts(List<Sample> samples, Tool tool, String target) {
    List<double[]> counted = new ArrayList<>();
    List<Double> measured = new ArrayList<>();
    for (Sample sample : samples) {
      if (sample.found().containsKey(tool)) {
        LutCounts counts = Quantity.estimator(target, sample).counts(sample.netlist());
        Map<String, Long> cells = new TreeMap<>();
        sample.found().get(tool).cells().forEach((type, count) -> cells.put(type, (long) count));
        counted.add(
            new double[] {counts.gates(), counts.inverters(), counts.sums(), counts.carries()});
        measured.add((double) tool.use(cells).of(Resource.LUT) - counts.rams());
      }
    }
    print(target + " luts.gate luts.inverter luts.sum luts.carry", Fit.weights(counted, measured));
  }

  /** Of logic: that of a flip-flop is known. */
  private static void area(List<Sample> samples) {
    List<double[]> counted = new ArrayList<>();
    List<Double> measured = new ArrayList<>();
    for (Sample sample : samples) {
      if (sample.found().containsKey(Tool.PRINTED_DEEP)) {
        GateCount counts = PrintedEstimator.counts(sample.netlist());
        counted.add(new double[] {counts.ands(), counts.xors()});
        measured.add(MM2_PER_CM2 * Tool.logicCm2(sample.found().get(Tool.PRINTED_DEEP).cells()));
      }
    }
    print("egfet_1v0 andMm2 xorMm2", Fit.weights(counted, measured));
  }

  /** One factor for the delays of logic as they are, and the delay of a register. */
  private static void delays(List<Sample> samples) {
    List<double[]> counted = new ArrayList<>();
    List<Double> measured = new ArrayList<>();
    for (Sample sample : samples) {
      if (sample.found().containsKey(Tool.ICE40) && sample.found().get(Tool.ICE40).fmaxMhz() > 0) {
        FpgaEstimator estimator = Quantity.estimator("icebreaker", sample);
        counted.add(new double[] {1, estimator.estimate(sample.netlist()).worstNs()});
        measured.add(1000 / sample.found().get(Tool.ICE40).fmaxMhz());
      }
    }
    double[] fitted = Fit.weights(counted, measured);
    CostModel used = Quantity.estimator("icebreaker", samples.get(0)).delays();
    print(
        "icebreaker delay.registerNs delay.logicNs delay.carryBaseNs delay.carryPerBitNs",
        new double[] {
          fitted[0],
          fitted[1] * used.logicNs(),
          fitted[1] * used.carryBaseNs(),
          fitted[1] * used.carryPerBitNs()
        });
  }

  private static void print(String name, double[] values) {
    StringBuilder text = new StringBuilder(name + ":");
    for (double value : values) {
      text.append(String.format(Locale.ROOT, " %.3f", value));
    }
    System.out.println(text);
  }
}
