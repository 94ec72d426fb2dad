package io.hdlgen.cli;

import io.hdlgen.explore.outcome.Aim;
import io.hdlgen.explore.protocol.TestedData;
import io.hdlgen.flow.progress.Progress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What both searches are told: rows, aim, effort, folder. */
final class SearchOptions {
  @Mixin private TestedDataOptions data;

  @Option(
      names = "--test-rows",
      paramLabel = "FILE",
      description =
          "Numbers of the rows of --data that are the test, one a line, from 0 (default: explore"
              + " takes 30 %% of the rows at random, of each class alike; approximate none).")
  private Path testRows;

  @Option(
      names = "--aim",
      paramLabel = "accuracy|balanced",
      description = "What a circuit is to be good at (default: accuracy).")
  private Aim aim = Aim.ACCURACY;

  @Option(
      names = "--generations",
      paramLabel = "N",
      description =
          "Generations of the search (default: of explore 8; fewer, down to 5, for many rows; of"
              + " approximate 200).")
  private Integer generations;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of all that is random (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Mixin private ThreadOption threads;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder to write (default: ./<data>-explore, ./<network>-approximate).")
  private Path output;

  /**
   * The rows.
   *
   * @param command that needs them
   */
  TestedData rows(String command) {
    return data.of(command, testRows);
  }

  Aim aim() {
    return aim;
  }

  /** Empty where nothing is said. */
  OptionalInt generations(int most) {
    return generations == null
        ? OptionalInt.empty()
        : OptionalInt.of(NumberLimits.check("--generations", generations, 1, most));
  }

  long seed() {
    return seed;
  }

  int threads() {
    return threads.count();
  }

  Optional<Path> output() {
    return Optional.ofNullable(output);
  }

  /**
   * Runs a search that Ctrl-C ends early, and says what it found.
   *
   * @param said says it; gives what the process ends with
   */
  static <R> int run(
      HdlgenCommand parent,
      BiFunction<Progress, BooleanSupplier, R> search,
      Function<R, ExitCode> said) {
    // The process ends as soon as the signal is closed, if it was asked to: print before.
    try (StopSignal stop = new StopSignal()) {
      R result;
      try (Progress progress = parent.progress()) {
        result = search.apply(progress, stop);
      }
      ExitCode code = said.apply(result);
      if (code == ExitCode.INTERRUPTED) {
        parent.say("To go on: " + parent.typed());
      }
      parent.terminal().out().flush();
      parent.terminal().err().flush();
      return code.code();
    }
  }
}
