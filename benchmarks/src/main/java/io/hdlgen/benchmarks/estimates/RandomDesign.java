package io.hdlgen.benchmarks.estimates;

import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.folded.FoldedOptions;
import io.hdlgen.hdl.folded.FoldingPlan;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.folding.FoldedLayer;
import io.hdlgen.hdl.folding.FoldedShape;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.folding.LutEstimate;
import io.hdlgen.hdl.load.Declaration;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * A design at random: every third of each architecture, sizes spread evenly over their logarithm.
 *
 * @param dsp whether tools may take multipliers of the device
 */
record RandomDesign(IntegerNetwork network, HardwareOptions options, boolean dsp) {
  static final String TOP = "top";

  private static final int TRIALS = 30;
  private static final double LEAST_LUTS = 30;
  private static final double MOST_LUTS = 2000;
  private static final double[] CLOCKS_MHZ = {10, 25, 50, 100, 200};

  /** The delays that pipelines are cut with: the same whatever is calibrated. */
  private static final CostModel DELAYS = new CostModel("benchmark", 0.5, 0.7, 0.8, 0.03);

  /** The design of that number: the same arguments give the same design. */
  static RandomDesign of(long seed, int index) {
    Random random = new Random(31 * seed + 1_000_003L * index);
    Architecture architecture = Architecture.values()[index % Architecture.values().length];
    double wanted = LEAST_LUTS * Math.pow(MOST_LUTS / LEAST_LUTS, random.nextDouble());
    RandomDesign best = null;
    double nearest = Double.POSITIVE_INFINITY;
    for (int trial = 0; trial < TRIALS; trial++) {
      RandomDesign design = any(random, architecture);
      double away = Math.abs(Math.log(design.roughLuts() / wanted));
      if (away < nearest) {
        best = design;
        nearest = away;
      }
    }
    return best;
  }

  HardwareDesign compile() {
    return HardwareCompiler.compile(network, options);
  }

  /** The same network folded anew. */
  RandomDesign refolded(Random random) {
    return new RandomDesign(
        network, options.withFoldings(foldings(random, network), options.multiplication()), dsp);
  }

  /** Look-up tables by the formula that chooses between foldings. */
  double lutsByFormula() {
    FoldedOptions folded =
        new FoldedOptions(
            network,
            TOP,
            options.outputs(),
            options.multiplication(),
            options.costModel(),
            options.clockMhz(),
            Optional.empty());
    FoldedShape shape = FoldedShape.of(folded.sizes(), options.foldings());
    LutEstimate formula = FoldingPlan.estimate(folded);
    double luts = 0;
    for (int l = 0; l < shape.layers().size(); l++) {
      FoldedLayer layer = shape.layers().get(l);
      luts += formula.layerLuts(l, layer);
      luts += formula.queueLuts(l, layer.inputs(), shape.wordElements(l));
    }
    return luts;
  }

  private static RandomDesign any(Random random, Architecture architecture) {
    IntegerNetwork network = RandomClassifier.of(random);
    boolean dsp = random.nextBoolean();
    Outputs outputs = Outputs.values()[random.nextInt(Outputs.values().length)];
    double clockMhz = CLOCKS_MHZ[random.nextInt(CLOCKS_MHZ.length)];
    boolean folded = architecture == Architecture.FOLDED;
    boolean loadable = folded && random.nextInt(8) == 0;
    boolean registers =
        architecture != Architecture.COMBINATIONAL && !loadable && random.nextInt(8) == 0;
    return new RandomDesign(
        network,
        new HardwareOptions(
            TOP,
            architecture,
            outputs,
            clockMhz,
            OptionalInt.empty(),
            folded ? foldings(random, network) : List.of(),
            dsp ? Multiplication.AUTO : Multiplication.NO,
            DELAYS,
            List.of(),
            registers ? Bus.AXI4_LITE : Bus.STREAM,
            loadable ? Optional.of(Declaration.of(network)) : Optional.empty()),
        dsp);
  }

  /** Foldings at random whose words fit. */
  static List<Folding> foldings(Random random, IntegerNetwork network) {
    List<Integer> sizes = new ArrayList<>(List.of(network.inputs().size()));
    network.layers().forEach(layer -> sizes.add(layer.outputs()));
    while (true) {
      List<Folding> foldings = new ArrayList<>();
      for (DenseLayer layer : network.layers()) {
        foldings.add(
            new Folding(
                1 + random.nextInt(Math.min(8, layer.outputs())),
                1 + random.nextInt(Math.min(16, layer.inputs()))));
      }
      try {
        FoldedShape.of(sizes, foldings);
        return foldings;
      } catch (InvalidInputException e) {
        // Words that do not fit: the next ones may.
        continue;
      }
    }
  }

  /** A rule of thumb, to spread sizes and to leave large ones out. */
  double roughLuts() {
    var counts = compile().metrics().total();
    return 1 + counts.estimatedLuts() + 40 * counts.multipliers() + counts.romBits() / 64.0;
  }
}
