package io.hdlgen.benchmarks.estimates;

import io.hdlgen.benchmarks.estimates.Agreement.Point;
import io.hdlgen.hdl.signature.Architecture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tables in Markdown: rank correlation and median error of each estimate. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Spearman's rank correlation and the median relative error of each estimate:",
      "on the designs that nothing was fitted to, on all, and on those of each architecture."
    })
final class ReportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "What collect wrote.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    List<Sample> samples = Sample.read(file);
    System.out.println(
        "| quantity, target | designs, test | rho | error | designs, all | rho | error |"
            + " combinational | | unrolled | | folded | |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    for (Quantity quantity : Quantity.all()) {
      List<Point> points = Agreement.points(quantity, samples);
      Agreement test = agreement(points, sample -> !sample.isFitted());
      Agreement all = agreement(points, sample -> true);
      StringBuilder row = new StringBuilder("| " + quantity.name() + " | ");
      row.append(test.designs()).append(" | ").append(test.cells());
      row.append(' ').append(all.designs()).append(" | ").append(all.cells());
      for (Architecture architecture : Architecture.values()) {
        row.append(' ')
            .append(agreement(points, sample -> sample.architecture() == architecture).cells());
      }
      System.out.println(row);
    }
    return 0;
  }

  private static Agreement agreement(List<Point> points, Predicate<Sample> chosen) {
    return Agreement.of(points.stream().filter(point -> chosen.test(point.sample())).toList());
  }
}
