package io.hdlgen.cli;

import io.hdlgen.explore.approximate.ApproximateRequest;
import io.hdlgen.explore.approximate.ApproximateResult;
import io.hdlgen.explore.approximate.Approximator;
import io.hdlgen.explore.outcome.Aim;
import io.hdlgen.explore.protocol.TestedData;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.nio.file.Path;
import java.util.Optional;
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
      "Bits of products are left out one by one, columns cut, weights, features and hidden values",
      "made coarser, comparators of the argmax narrowed: by NSGA-II, on three quarters of the rows.",
      "The others choose what is reported.",
      "",
      "The folder gets front.json, networks/ and report.html. Ctrl-C keeps what was found; the same",
      "command again starts anew.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  hdlgen approximate wine.network.json --data train.csv",
      "  hdlgen approximate wine.network.json --data train.csv --test-data test.csv -o cheaper",
      "  hdlgen approximate wine.network.json --data train.csv --generations 500 --max-loss 0.02"
    })
final class ApproximateCommand implements Callable<Integer> {
  private static final int MAX_GENERATIONS = 1_000_000;
  private static final int MAX_POPULATION = 10_000;

  @ParentCommand private HdlgenCommand parent;

  @Parameters(paramLabel = "NETWORK", description = "A network.json that tells classes apart.")
  private Path network;

  @Mixin private TestedDataOptions data;

  @Option(
      names = "--test-rows",
      paramLabel = "FILE",
      description =
          "Numbers of the rows of --data that are the test, one a line, from 0. They are read only"
              + " after the networks are frozen (frozen.json).")
  private Path testRows;

  @Option(
      names = "--target",
      paramLabel = "NAME",
      description = "A printed target (default: ${DEFAULT-VALUE}).")
  private String target = "egfet_1v0";

  @Option(
      names = "--aim",
      paramLabel = "accuracy|balanced",
      description = "Which accuracy is to be kept (default: accuracy).")
  private Aim aim = Aim.ACCURACY;

  @Option(
      names = "--max-loss",
      paramLabel = "X",
      description =
          "The most of it that is given up, as a fraction from 0 to 1 (default: ${DEFAULT-VALUE}).")
  private double maxLoss = 0.05;

  @Option(
      names = "--population",
      paramLabel = "N",
      description = "Networks of a generation (default: ${DEFAULT-VALUE}).")
  private int population = 100;

  @Option(
      names = "--generations",
      paramLabel = "N",
      description = "Generations of the search (default: ${DEFAULT-VALUE}).")
  private int generations = 200;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of all that is random (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Mixin private ThreadOption threads;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder to write (default: ./<network>-approximate).")
  private Path output;

  @Override
  public Integer call() {
    ApproximateRequest request = request();
    // Until the signal is closed, a process that was asked to end waits for the results.
    try (StopSignal stop = new StopSignal()) {
      ApproximateResult result = search(request, stop);
      result.notes().forEach(parent::say);
      parent.print(
          ApproximateSummary.json(result),
          () -> ApproximateSummary.print(result, parent.terminal().out()));
      parent.terminal().out().flush();
    }
    return ExitCode.OK.code();
  }

  private ApproximateResult search(ApproximateRequest request, StopSignal stop) {
    try (Progress progress = parent.progress()) {
      return Approximator.approximate(request, progress, stop);
    }
  }

  private ApproximateRequest request() {
    TestedData rows = data.of("approximate", testRows);
    if (!(maxLoss >= 0 && maxLoss <= 1)) {
      throw new InvalidInputException(
          "--max-loss", Double.toString(maxLoss), "a fraction from 0 to 1");
    }
    return new ApproximateRequest(
        network,
        rows,
        target,
        aim,
        maxLoss,
        Optional.ofNullable(output),
        NumberLimits.check("--population", population, 4, MAX_POPULATION),
        NumberLimits.check("--generations", generations, 1, MAX_GENERATIONS),
        seed,
        threads.count());
  }
}
