package io.hdlgen.cli;

import io.hdlgen.flow.Hdlgen;
import io.hdlgen.flow.RunRequest;
import io.hdlgen.flow.RunResult;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.sim.verilator.LineNoise;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code hdlgen run}. */
@Command(
    name = "run",
    sortOptions = false,
    description = {
      "Classify on a board, over its serial port, and compare every answer with the reference.",
      "",
      "Prints the answers as CSV, a line for each row of --data; with --json, a summary instead."
          + " What a disturbed line loses or changes is sent again. Without a board, --simulate runs"
          + " the whole of it, from the pins on, in Verilator.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  hdlgen run --port /dev/ttyUSB1 --data test.csv",
      "  hdlgen run --simulate --design digits --data test.csv --live",
      "  hdlgen run --simulate --design digits --data test.csv --noise 0.02 --json"
    })
final class RunCommand implements Callable<Integer> {
  private static final int MIN_MILLIS = 1;
  private static final int MAX_MILLIS = 600_000;

  @ParentCommand private HdlgenCommand parent;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Serial port of the board, such as /dev/ttyUSB1 or COM3.")
  private String port;

  @Option(
      names = "--simulate",
      description = "Simulate the board in place of --port; needs --design.")
  private boolean simulate;

  @Option(
      names = "--design",
      paramLabel = "DIR",
      description =
          "Design folder (default: the one that the board says it holds, in or right below the"
              + " current folder).")
  private Path design;

  @Mixin private DataOptions data;

  @Option(
      names = "--baud",
      paramLabel = "N",
      description = "Bits a second on the line (default: ${DEFAULT-VALUE}).")
  private int baud = RunRequest.BAUD;

  @Option(
      names = "--timeout",
      paramLabel = "MS",
      description = "Milliseconds to wait for an answer at most (default: by its size and --baud).")
  private Integer timeout;

  @Option(
      names = "--noise",
      paramLabel = "SHARE",
      description =
          "With --simulate: share of the bytes that the line changes, loses, adds or disturbs, such as 0.01.")
  private Double noise;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of --noise (default: 1).")
  private Integer seed;

  @Option(names = "--live", description = "Print a line for people as each row is answered.")
  private boolean live;

  @Mixin private ThreadOption threads;

  @Override
  public Integer call() {
    RunRequest request = request();
    RunResult result;
    try (Progress progress = parent.progress()) {
      RowPrinter printer = new RowPrinter(parent.terminal().out(), live);
      // Rows and a bar would overwrite each other.
      boolean prints = !parent.json();
      result =
          Hdlgen.run(
              request,
              prints ? new PreparationProgress(progress) : progress,
              prints ? printer::print : row -> {});
    }
    result.notes().forEach(parent::say);
    parent.print(result.toJson(), () -> {});
    parent.report(RunSummary.lines(result));
    return (result.mismatches() == 0 ? ExitCode.OK : ExitCode.CHECK_FAILED).code();
  }

  private RunRequest request() {
    if (simulate == (port != null)) {
      throw new InvalidInputException(
          "run", simulate ? "--port beside --simulate" : "no board", "--port PORT or --simulate");
    }
    if (!simulate && (noise != null || seed != null)) {
      throw new InvalidInputException(
          noise != null ? "--noise" : "--seed", "a real board", "--simulate: it is simulated");
    }
    if (live && parent.json()) {
      throw OptionRules.beside("--live", "--json", "one of them: a line a row is no JSON");
    }
    double share = noise == null ? 0 : noise;
    if (!(share >= 0 && share <= 0.5)) {
      throw new InvalidInputException("--noise", String.valueOf(noise), "0 to 0.5");
    }
    return new RunRequest(
        Optional.ofNullable(port),
        Optional.ofNullable(design),
        data.source()
            .orElseThrow(() -> new InvalidInputException("run", "no --data", "--data FILE")),
        NumberLimits.check("--baud", baud, 1, 100_000_000),
        Optional.ofNullable(timeout)
            .map(
                ms ->
                    Duration.ofMillis(NumberLimits.check("--timeout", ms, MIN_MILLIS, MAX_MILLIS))),
        LineNoise.of(share),
        seed == null ? 1 : seed,
        threads.count());
  }
}
