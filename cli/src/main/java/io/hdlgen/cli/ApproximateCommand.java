package io.hdlgen.cli;

import io.hdlgen.explore.approximate.ApproximateRequest;
import io.hdlgen.explore.approximate.ApproximateResult;
import io.hdlgen.explore.approximate.Approximator;
import io.hdlgen.explore.protocol.TestedData;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code hdlgen approximate}. */
@Command(
    name = "approximate",
    sortOptions = false,
    description = {
      "Search cheaper approximations of a network: accuracy against printed area.",
      "",
      "Bits of products are left out one by one, columns cut, weights, features and",
      "hidden values made coarser, comparators of the argmax narrowed: by NSGA-II, on",
      "three quarters of the rows. The others choose what is reported.",
      "",
      "The folder gets front.json, networks/ and report.html. Ctrl-C keeps what was",
      "found; the same command again goes on from there.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  hdlgen approximate wine.network.json --data train.csv",
      "  hdlgen approximate wine.network.json --data train.csv --test-data test.csv",
      "  hdlgen approximate wine.network.json --data train.csv --generations 500 --max-loss 0.02"
    })
final class ApproximateCommand implements Callable<Integer> {
  private static final int GENERATIONS = 200;
  private static final int MAX_GENERATIONS = 1_000_000;
  private static final int MAX_POPULATION = 10_000;

  @ParentCommand private HdlgenCommand parent;

  @Parameters(paramLabel = "NETWORK", description = "A network.json that tells classes apart.")
  private Path network;

  @Mixin private SearchOptions options;

  @Option(
      names = "--target",
      paramLabel = "NAME",
      description = "A printed target (default: ${DEFAULT-VALUE}).")
  private String target = "egfet_1v0";

  @Option(
      names = "--max-loss",
      paramLabel = "X",
      description =
          "The most accuracy that is given up, as a fraction from 0 to 1 (default: ${DEFAULT-VALUE}).")
  private double maxLoss = 0.05;

  @Option(
      names = "--population",
      paramLabel = "N",
      description = "Networks of a generation (default: ${DEFAULT-VALUE}).")
  private int population = 100;

  @Override
  public Integer call() {
    ApproximateRequest request = request();
    return SearchOptions.run(
        parent, (progress, stop) -> Approximator.approximate(request, progress, stop), this::say);
  }

  private ExitCode say(ApproximateResult result) {
    parent.print(
        ApproximateSummary.json(result),
        () -> ApproximateSummary.print(result, parent.terminal().out()));
    return result.stopped() ? ExitCode.INTERRUPTED : ExitCode.OK;
  }

  private ApproximateRequest request() {
    TestedData rows = options.rows("approximate");
    if (!(maxLoss >= 0 && maxLoss <= 1)) {
      throw new InvalidInputException(
          "--max-loss", Double.toString(maxLoss), "a fraction from 0 to 1");
    }
    return new ApproximateRequest(
        network,
        rows,
        target,
        options.aim(),
        maxLoss,
        options.output(),
        NumberLimits.check("--population", population, 4, MAX_POPULATION),
        options.generations(MAX_GENERATIONS).orElse(GENERATIONS),
        options.seed(),
        options.threads());
  }
}
