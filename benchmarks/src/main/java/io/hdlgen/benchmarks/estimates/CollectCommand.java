package io.hdlgen.benchmarks.estimates;

import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.signature.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs tools on random designs; what the file has already is not run again. */
@Command(
    name = "collect",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    showDefaultValues = true,
    description = "Runs tools on random designs and appends a line for each run to FILE.")
final class CollectCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "JSON lines; runs that it has are not repeated.")
  private Path file;

  @Option(names = "--designs", description = "How many designs.")
  private int designs = 200;

  @Option(names = "--every", description = "Take only each so many-th group of three designs.")
  private int every = 1;

  @Option(names = "--seed")
  private long seed = 1;

  @Option(names = "--tools", split = ",", description = "Any of ${COMPLETION-CANDIDATES}.")
  private List<Tool> tools = List.of(Tool.ICE40, Tool.PRINTED);

  @Option(names = "--limit", description = "Seconds for one run of a tool.")
  private long limit = 60;

  private static final int ARCHITECTURES = Architecture.values().length;

  @Option(
      names = "--most-luts",
      description = "Leave larger designs out, by a rule of thumb; they take most of the time.")
  private double mostLuts = Double.POSITIVE_INFINITY;

  @Option(names = "--combinational", description = "Combinational designs alone.")
  private boolean combinational;

  private record Run(long seed, int design, String tool) {}

  @Override
  public Integer call() throws IOException {
    Set<Run> done = new HashSet<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        Measurement known = Measurement.parse(line);
        done.add(new Run(known.seed(), known.design(), known.tool()));
      }
    }
    for (int index = 0; index < designs; index++) {
      int design = index;
      List<Tool> due =
          tools.stream()
              .filter(tool -> design / ARCHITECTURES % every == 0)
              .filter(tool -> !combinational || design % ARCHITECTURES == 0)
              .filter(tool -> done.add(new Run(seed, design, tool.key())))
              .toList();
      if (!due.isEmpty()) {
        measure(index, due);
      }
    }
    return 0;
  }

  private void measure(int index, List<Tool> due) throws IOException {
    RandomDesign random = RandomDesign.of(seed, index);
    if (random.roughLuts() > mostLuts) {
      return;
    }
    HardwareDesign design = random.compile();
    for (Tool tool : due) {
      Path folder = Files.createTempDirectory("hdlgen-estimates-");
      DesignFiles files = DesignFiles.write(design, folder);
      Measurement found =
          Measurement.of(seed, index, tool, files, random.dsp(), Duration.ofSeconds(limit));
      Files.writeString(
          file, found.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      System.err.printf(
          Locale.ROOT, "%d %s: %.1f s %s%n", index, tool, found.seconds(), found.failure());
      try (var all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
  }
}
