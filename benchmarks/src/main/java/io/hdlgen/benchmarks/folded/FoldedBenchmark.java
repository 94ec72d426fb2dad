package io.hdlgen.benchmarks.folded;

import io.hdlgen.benchmarks.BenchmarkNetwork;
import io.hdlgen.boards.Target;
import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.hdl.folded.FoldedOptions;
import io.hdlgen.hdl.folded.FoldingPlan;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.folding.FoldedShape;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.folding.FoldingSearch;
import io.hdlgen.hdl.folding.LutEstimate;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A table of foldings of a network: cycles, resources, times. */
@Command(
    name = "folded",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    showDefaultValues = true,
    description = "Cycles and resources of foldings; every design is checked.")
public final class FoldedBenchmark implements Callable<Integer> {
  @Parameters(arity = "0..1", description = "A quantized ONNX model.")
  private Path model;

  @Option(
      names = "--random",
      split = ",",
      description = "In place of a model: inputs and neurons of each layer.")
  private List<Integer> sizes;

  @Option(names = "--bits", description = "Of a random network.")
  private int bits = 2;

  @Option(
      names = "--fold",
      description =
          "PExSIMD of each layer, layers parted by commas; one alone is for all, cut to their size."
              + " Can be given again. Default: 1x1, then the cheapest for shorter intervals.")
  private List<String> foldings = new ArrayList<>();

  @Option(names = "--clock-mhz")
  private double clockMhz = 100;

  @Option(names = "--vectors", description = "Random vectors to check; 0 checks nothing.")
  private int vectors = 1000;

  @Option(names = "--no-synth", description = "Do not run Yosys.")
  private boolean noSynth;

  @Option(names = "--layers", description = "A second table, of each layer.")
  private boolean layers;

  /** Weights of the largest layer of networks that are compared with an unrolled design, too. */
  private static final long MOST_UNROLLED = 100_000;

  private final List<String> layerRows = new ArrayList<>();
  private IntegerNetwork network;
  private LutEstimate estimate;

  /** Prints the table. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new FoldedBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    network = model == null ? RandomNetwork.of(sizes, bits) : BenchmarkNetwork.read(model);
    estimate =
        FoldingPlan.estimate(
            new FoldedOptions(
                network,
                DesignRun.TOP,
                Outputs.BOTH,
                Multiplication.AUTO,
                TargetCatalogue.builtIn().find("generic").costModel(),
                clockMhz,
                Optional.empty()));
    if (vectors > 0 && product() <= MOST_UNROLLED) {
      DesignRun.checkUnrolled(network, clockMhz, codes());
    }
    System.out.println(
        "| PE x SIMD | interval | latency | LUTs | flip-flops | block RAMs | DSPs | emit s |"
            + " check s | Yosys s |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|");
    for (List<Folding> folding : foldings()) {
      row(folding);
    }
    if (layers) {
      System.out.println(
          "\n| layer | PE x SIMD | slots | LUTs | estimate | flip-flops | block RAMs |");
      System.out.println("|---|---|---|---|---|---|---|");
      layerRows.forEach(System.out::println);
    }
    return 0;
  }

  private void row(List<Folding> foldings) throws IOException {
    Path folder = Files.createTempDirectory("hdlgen-folded-");
    Target target = TargetCatalogue.builtIn().find("generic");
    DesignRun run = DesignRun.emit(network, foldings, target.costModel(), clockMhz, folder);
    String checked = vectors == 0 ? "" : seconds(run.check(codes()));
    String resources = "| | | | ";
    String synthesized = "";
    if (!noSynth) {
      Synthesis synthesis = Synthesis.run(run.files(), DesignRun.TOP, foldings.size(), folder);
      resources = text(synthesis.total());
      synthesized = seconds(synthesis.seconds());
      perLayer(run, synthesis);
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %,d | %,d | %s | %s | %s | %s |%n",
        text(foldings),
        run.design().signature().initiationInterval().orElseThrow(),
        run.design().signature().latencyCycles(),
        resources,
        seconds(run.emitSeconds()),
        checked,
        synthesized);
  }

  private void perLayer(DesignRun run, Synthesis synthesis) {
    FoldedShape shape = run.design().folded().orElseThrow().model().shape();
    for (int l = 0; l < synthesis.layers().size(); l++) {
      var layer = shape.layers().get(l);
      Resources found = synthesis.layers().get(l);
      layerRows.add(
          String.format(
              Locale.ROOT,
              "| %d: %d to %d | %dx%d | %,d | %,d | %,d | %,d | %.1f |",
              l,
              layer.inputs(),
              layer.outputs(),
              layer.pe(),
              layer.simd(),
              layer.slots(),
              found.luts(),
              estimate.layerLuts(l, layer)
                  + estimate.queueLuts(l, layer.inputs(), shape.wordElements(l)),
              found.flipFlops(),
              found.blockRams()));
    }
  }

  private static String text(Resources found) {
    return String.format(
        Locale.ROOT,
        "%,d | %,d | %.1f | %d",
        found.luts(),
        found.flipFlops(),
        found.blockRams(),
        found.dsps());
  }

  private static String text(List<Folding> foldings) {
    return foldings.stream()
        .map(folding -> folding.pe() + "x" + folding.simd())
        .collect(Collectors.joining(", "));
  }

  private static String seconds(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private List<Integer> sizes() {
    List<Integer> all = new ArrayList<>(List.of(network.inputs().size()));
    network.layers().forEach(layer -> all.add(layer.outputs()));
    return all;
  }

  /** Cycles between inferences with nothing in parallel. */
  private long product() {
    return network.layers().stream()
        .mapToLong(layer -> (long) layer.inputs() * layer.outputs())
        .max()
        .orElseThrow();
  }

  private List<List<Folding>> foldings() {
    if (!foldings.isEmpty()) {
      return foldings.stream().map(this::parse).toList();
    }
    FoldingSearch search = new FoldingSearch(sizes(), estimate);
    List<List<Folding>> ladder = new ArrayList<>();
    ladder.add(parse("1x1"));
    for (long interval = product() / 4; interval >= 12; interval /= 4) {
      ladder.add(
          search.forInterval(interval).shape().layers().stream()
              .map(layer -> new Folding(layer.pe(), layer.simd()))
              .toList());
    }
    return ladder;
  }

  private List<Folding> parse(String text) {
    List<String> parts = List.of(text.split(",", -1));
    List<Folding> result = new ArrayList<>();
    for (int l = 0; l < network.layers().size(); l++) {
      String[] pair = parts.get(parts.size() == 1 ? 0 : l).split("x", 2);
      int pe = Integer.parseInt(pair[0]);
      int simd = Integer.parseInt(pair[1]);
      result.add(
          parts.size() == 1
              ? new Folding(
                  Math.min(pe, network.layers().get(l).outputs()),
                  Math.min(simd, network.layers().get(l).inputs()))
              : new Folding(pe, simd));
    }
    return result;
  }

  private long[][] codes() {
    return BenchmarkNetwork.codes(network, vectors, new Random(1));
  }
}
