package io.hdlgen.benchmarks.accuracy;

import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A table in Markdown: for each set, what the float network reaches, and how many points each
 * precision loses against it, paired by seed. The last line is the mean over the sets.
 */
final class DropTable {
  private final List<Precision> precisions;
  private final List<String> names = new ArrayList<>();
  private final List<List<Trial.Outcome>> outcomes = new ArrayList<>();

  DropTable(List<Precision> precisions) {
    this.precisions = precisions;
  }

  /** Another line; one outcome a seed. */
  void add(String name, List<Trial.Outcome> ofSeeds) {
    names.add(name);
    outcomes.add(ofSeeds);
  }

  void print(PrintStream out) {
    out.println("Accuracy in %, drop in points:\n");
    print(out, ClassificationMetrics::accuracy);
    out.println("\nBalanced accuracy:\n");
    print(out, ClassificationMetrics::balancedAccuracy);
  }

  private void print(PrintStream out, ToDoubleFunction<ClassificationMetrics> measure) {
    StringBuilder head = new StringBuilder("| set | majority | float |");
    StringBuilder rule = new StringBuilder("|---|---|---|");
    for (Precision precision : precisions) {
      head.append(' ').append(precision.text()).append(" | drop |");
      rule.append("---|---|");
    }
    out.println(head + "\n" + rule);
    for (int s = 0; s < names.size(); s++) {
      List<Trial.Outcome> seeds = outcomes.get(s);
      StringBuilder line = new StringBuilder("| " + names.get(s) + " |");
      line.append(cell(seeds.get(0).floating().majorityBaseline()));
      line.append(" ").append(Mean.of(floating(seeds, measure))).append(" |");
      for (int p = 0; p < precisions.size(); p++) {
        int index = p;
        double mean =
            seeds.stream()
                .mapToDouble(seed -> measure.applyAsDouble(seed.quantized().get(index)))
                .average()
                .orElseThrow();
        line.append(cell(mean)).append(" ").append(Mean.of(drops(seeds, p, measure))).append(" |");
      }
      out.println(line);
    }
    out.println(meanLine(measure));
  }

  private String meanLine(ToDoubleFunction<ClassificationMetrics> measure) {
    StringBuilder line = new StringBuilder("| mean | | |");
    for (int p = 0; p < precisions.size(); p++) {
      line.append(" | ").append(Mean.of(meanDrops(p, measure))).append(" |");
    }
    return line.toString();
  }

  /** Over the sets, one a seed. */
  private List<Double> meanDrops(int precision, ToDoubleFunction<ClassificationMetrics> measure) {
    List<List<Double>> ofSets =
        outcomes.stream().map(seeds -> drops(seeds, precision, measure)).toList();
    return IntStream.range(0, ofSets.get(0).size())
        .mapToObj(seed -> ofSets.stream().mapToDouble(set -> set.get(seed)).average().orElseThrow())
        .toList();
  }

  private static List<Double> drops(
      List<Trial.Outcome> seeds, int precision, ToDoubleFunction<ClassificationMetrics> measure) {
    return seeds.stream()
        .map(
            seed ->
                100
                    * (measure.applyAsDouble(seed.floating())
                        - measure.applyAsDouble(seed.quantized().get(precision))))
        .toList();
  }

  private static List<Double> floating(
      List<Trial.Outcome> seeds, ToDoubleFunction<ClassificationMetrics> measure) {
    return seeds.stream().map(seed -> 100 * measure.applyAsDouble(seed.floating())).toList();
  }

  private static String cell(double part) {
    return String.format(Locale.ROOT, " %.2f |", 100 * part);
  }
}
