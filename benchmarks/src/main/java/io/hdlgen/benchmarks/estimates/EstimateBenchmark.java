package io.hdlgen.benchmarks.estimates;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Collects what tools make of random designs, and compares the estimates with it. */
@Command(
    name = "estimates",
    mixinStandardHelpOptions = true,
    description = "Estimates against tools on random designs.",
    subcommands = {
      CollectCommand.class,
      CalibrateCommand.class,
      ReportCommand.class,
      FoldingsCommand.class
    })
public final class EstimateBenchmark {
  /** Runs a subcommand. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new EstimateBenchmark()).execute(arguments));
  }
}
