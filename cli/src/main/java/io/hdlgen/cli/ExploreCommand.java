package io.hdlgen.cli;

import io.hdlgen.explore.ExploreRequest;
import io.hdlgen.explore.ExploreRequest.Emit;
import io.hdlgen.explore.ExploreResult;
import io.hdlgen.explore.Explorer;
import io.hdlgen.explore.search.Goal;
import io.hdlgen.explore.search.Limits;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code hdlgen explore}. */
@Command(
    name = "explore",
    sortOptions = false,
    description = {
      "Search printed classifiers for a table: accuracy against area and power.",
      "",
      "Circuits are annealed gate by gate on the rows, starting from decision trees.",
      "How, is chosen by cross-validation. Test rows are read only after the networks",
      "are frozen (frozen.json).",
      "",
      "The folder gets front.json, networks/, report.html, and designs/ with the",
      "recommended circuit: Verilog, cells, verification. Ctrl-C keeps what was found;",
      "the same command again goes on from there.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  hdlgen explore --target egfet_1v0 --data wine.csv",
      "  hdlgen explore --target egfet_0v6 --data wine.csv --max-area 0.03",
      "  hdlgen explore --target egfet_1v0 --data wine.csv --aim balanced -o found"
    })
final class ExploreCommand implements Callable<Integer> {
  private static final int MAX_GENERATIONS = 10_000;

  @ParentCommand private HdlgenCommand parent;

  @Option(
      names = "--target",
      paramLabel = "NAME",
      required = true,
      description = "A printed target; hdlgen targets lists them.")
  private String target;

  @Mixin private SearchOptions search;

  @Option(
      names = "--keep",
      paramLabel = "COLUMNS",
      description =
          "Columns that stay features even if they seem to number the samples, with commas between"
              + " them.")
  private String kept;

  /** What cross-validation keeps back. */
  enum Folds {
    GROUPS,
    ROWS
  }

  @Option(
      names = "--folds",
      paramLabel = "groups|rows",
      description =
          "What cross-validation keeps back together: groups of rows with equal features, or single"
              + " rows, as where the test was drawn row by row from a table in which rows repeat"
              + " (default: groups).")
  private Folds folds = Folds.GROUPS;

  @Option(
      names = "--max-area",
      paramLabel = "CM2",
      description = "The most area of the recommended circuit, in cm2, without converters.")
  private Double maxArea;

  @Option(
      names = "--max-power",
      paramLabel = "MW",
      description = "The most static power of the recommended circuit, in mW, without converters.")
  private Double maxPower;

  @Option(
      names = "--min-accuracy",
      paramLabel = "R",
      description = "The least accuracy in cross-validation of the recommended circuit, 0 to 1.")
  private double minAccuracy;

  @Option(
      names = "--min-balanced",
      paramLabel = "R",
      description = "The least balanced accuracy in cross-validation, 0 to 1.")
  private double minBalanced;

  @Option(
      names = "--references",
      paramLabel = "FILE",
      description =
          "Published circuits to compare with: CSV with the columns name, source, accuracy,"
              + " balanced_accuracy, area_cm2 and static_power_mw.")
  private Path references;

  @Option(
      names = "--emit",
      paramLabel = "recommended|all",
      description =
          "Of which circuits designs are made, synthesized and verified (default: recommended).")
  private Emit emit = Emit.RECOMMENDED;

  @Override
  public Integer call() {
    ExploreRequest request = request();
    return SearchOptions.run(
        parent, (progress, stop) -> Explorer.explore(request, progress, stop), this::say);
  }

  private ExitCode say(ExploreResult result) {
    parent.print(
        ExploreSummary.json(result), () -> ExploreSummary.print(result, parent.terminal().out()));
    if (result.stopped()) {
      return ExitCode.INTERRUPTED;
    }
    return result.passed() ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }

  private ExploreRequest request() {
    return new ExploreRequest(
        search.rows("explore"),
        NumberList.entries("--keep", kept),
        target,
        new Goal(
            search.aim(),
            new Limits(
                limit("--max-area", maxArea),
                limit("--max-power", maxPower),
                share("--min-accuracy", minAccuracy),
                share("--min-balanced", minBalanced))),
        folds == Folds.GROUPS,
        Optional.ofNullable(references),
        emit,
        search.output(),
        search.generations(MAX_GENERATIONS),
        search.seed(),
        search.threads());
  }

  private static double limit(String option, Double value) {
    if (value == null) {
      return Double.POSITIVE_INFINITY;
    }
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new InvalidInputException(option, value.toString(), "a number above 0, such as 0.03");
    }
    return value;
  }

  private static double share(String option, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new InvalidInputException(
          option, Double.toString(value), "a fraction from 0 to 1, such as 0.9");
    }
    return value;
  }
}
