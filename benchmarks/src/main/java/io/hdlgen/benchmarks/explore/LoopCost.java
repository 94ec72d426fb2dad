package io.hdlgen.benchmarks.explore;

import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.explore.logic.CircuitCosts;
import io.hdlgen.explore.logic.CircuitFigures;
import io.hdlgen.explore.logic.LogicCircuit;
import io.hdlgen.explore.polish.AbcPolish;
import io.hdlgen.explore.protocol.TrainTestSplit;
import io.hdlgen.explore.search.Domination;
import io.hdlgen.explore.search.Material;
import io.hdlgen.explore.search.Recipe;
import io.hdlgen.explore.search.RecipeFit;
import io.hdlgen.flow.DataSource;
import io.hdlgen.quantizer.train.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * Compares what circuits cost while they are annealed (the sum of their gates and comparators) with
 * what ABC makes of them, on circuits that annealing visits.
 */
public final class LoopCost {
  private static final int[] LEAVES = {4, 8, 16, 32, 64};
  private static final double[] ERRORS = {50, 100, 200, 400, 800, 1600, 3200};
  private static final int CHECKS = 400;
  private static final double NEAR = 2;

  private record Visited(double accuracy, double loopCm2, double mappedCm2) {}

  private LoopCost() {}

  /** Takes tables with labels; prints a line for each. */
  public static void main(String[] tables) throws IOException {
    System.out.println(
        "| table | circuits | Spearman's rho | near the front | rho there | median error there |");
    System.out.println("|---|---|---|---|---|---|");
    for (String table : tables) {
      Path file = Path.of(table);
      report(file.getFileName().toString(), visited(file));
    }
  }

  private static List<Visited> visited(Path file) throws IOException {
    Samples samples =
        TrainTestSplit.made(DataSource.of(file).withoutSampleNumbers(List.of()), 1).training();
    CircuitCosts costs =
        new CircuitCosts(TargetCatalogue.builtIn().find("egfet_1v0").printed().orElseThrow());
    AbcPolish polish = new AbcPolish(costs, Files.createTempDirectory("loop-cost"));
    SplittableRandom random = new SplittableRandom(1);
    int[] rows = IntStream.range(0, samples.rows()).toArray();
    List<Visited> all = new ArrayList<>();
    for (int leaves : LEAVES) {
      for (double error : ERRORS) {
        Recipe recipe = new Recipe(4, leaves, 0, error, 0, 0, 0);
        Material material =
            Material.of(samples, rows, recipe.bits(), recipe.noise(), recipe.trim());
        int[] left = {random.nextInt(1, CHECKS)};
        RecipeFit fit = new RecipeFit(costs, CHECKS * 1024L);
        LogicCircuit circuit = fit.fit(material, recipe, all.size(), () -> left[0]-- <= 0);
        LogicCircuit mapped = polish.mapped(circuit, 0, material.bits()).orElse(circuit);
        all.add(
            new Visited(
                right(circuit, material),
                CircuitFigures.of(circuit, material.bits(), costs).totalCm2(),
                CircuitFigures.of(mapped, material.bits(), costs).totalCm2()));
      }
    }
    return all;
  }

  private static double right(LogicCircuit circuit, Material material) {
    int[] classes = material.bits().classify(circuit);
    int[] labels = material.bits().labels();
    return IntStream.range(0, labels.length).filter(r -> classes[r] == labels[r]).count()
        / (double) labels.length;
  }

  private static void report(String name, List<Visited> all) {
    List<Visited> front = Domination.front(all, Visited::mappedCm2, Visited::accuracy);
    List<Visited> near =
        all.stream()
            .filter(
                one ->
                    front.stream()
                        .anyMatch(
                            best ->
                                best.accuracy() >= one.accuracy()
                                    && one.mappedCm2() <= NEAR * best.mappedCm2()))
            .toList();
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.4f | %d | %.4f | %.1f %% |%n",
        name,
        all.size(),
        rho(all),
        near.size(),
        rho(near),
        100
            * new Median()
                .evaluate(
                    near.stream()
                        .mapToDouble(one -> Math.abs(one.loopCm2() / one.mappedCm2() - 1))
                        .toArray()));
  }

  private static double rho(List<Visited> some) {
    return new SpearmansCorrelation()
        .correlation(
            some.stream().mapToDouble(Visited::loopCm2).toArray(),
            some.stream().mapToDouble(Visited::mappedCm2).toArray());
  }
}
