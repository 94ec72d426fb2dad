package io.hdlgen.cli;

import picocli.CommandLine.Option;

/** How many threads may work. */
final class ThreadOption {
  private static final int MAX = 1024;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that work (default: one a processor).")
  private Integer threads;

  int count() {
    return threads == null
        ? Runtime.getRuntime().availableProcessors()
        : NumberLimits.check("--threads", threads, 1, MAX);
  }
}
