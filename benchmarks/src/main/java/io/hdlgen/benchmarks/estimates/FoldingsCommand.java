package io.hdlgen.benchmarks.estimates;

import io.hdlgen.boards.Estimators;
import io.hdlgen.boards.Target;
import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.hdl.estimate.FpgaEstimator;
import io.hdlgen.hdl.signature.Architecture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.commons.math3.stat.StatUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether the formula of the folding search ranks foldings as the estimate of their netlists. */
@Command(
    name = "foldings",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "For each of some random networks, the rank correlation over its foldings between the formula",
      "that chooses foldings and the estimate of the netlist for arty_a7_35t."
    })
final class FoldingsCommand implements Callable<Integer> {
  @Option(names = "--networks")
  private int networks = 30;

  @Option(names = "--foldings", description = "Of each network; those with fewer are left out.")
  private int foldings = 12;

  @Option(
      names = "--least-weights",
      description = "Smaller networks are left out: nobody folds them.")
  private int leastWeights = 100;

  @Option(names = "--seed")
  private long seed = 1;

  private static final int TRIALS = 200;

  @Override
  public Integer call() {
    Target target = TargetCatalogue.builtIn().find("arty_a7_35t");
    FpgaEstimator estimator =
        Estimators.fpga(target.fpga().orElseThrow().family(), target.costModel());
    List<Double> found = new ArrayList<>();
    int index = Arrays.asList(Architecture.values()).indexOf(Architecture.FOLDED);
    for (; found.size() < networks; index += Architecture.values().length) {
      List<RandomDesign> designs = designs(RandomDesign.of(seed, index));
      if (designs.size() == foldings) {
        double[] formula = designs.stream().mapToDouble(RandomDesign::lutsByFormula).toArray();
        double[] netlist =
            designs.stream()
                .mapToDouble(design -> estimator.estimate(design.compile().netlist()).luts())
                .toArray();
        found.add(Agreement.of(netlist, formula).rho());
      }
    }
    double[] rhos = found.stream().mapToDouble(rho -> rho).toArray();
    System.out.printf(
        Locale.ROOT,
        "%d networks of %d foldings: rho median %.3f, lower quartile %.3f%n",
        rhos.length,
        foldings,
        StatUtils.percentile(rhos, 50),
        StatUtils.percentile(rhos, 25));
    return 0;
  }

  private List<RandomDesign> designs(RandomDesign first) {
    List<RandomDesign> designs = new ArrayList<>();
    int weights =
        first.network().layers().stream().mapToInt(layer -> layer.inputs() * layer.outputs()).sum();
    if (first.options().loadable().isPresent() || weights < leastWeights) {
      return designs;
    }
    Random random = new Random(seed);
    Set<Object> known = new HashSet<>();
    for (int trial = 0; trial < TRIALS && designs.size() < foldings; trial++) {
      RandomDesign next = first.refolded(random);
      if (known.add(next.options().foldings())) {
        designs.add(next);
      }
    }
    return designs;
  }
}
