package io.hdlgen.flow.equivalence;

import io.hdlgen.sim.tool.ToolException;
import io.hdlgen.sim.tool.ToolRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Runs scripts of Yosys. */
final class Yosys {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final String program;
  private final Path folder;

  /**
   * @param program name or path
   * @param folder where scripts run and files go
   */
  Yosys(String program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /**
   * Runs a script.
   *
   * @param name of the script's and the log's file
   * @throws ToolException if Yosys is missing, or refuses; the message is its first error
   */
  void run(String name, List<String> lines) {
    try {
      Files.writeString(folder.resolve(name + ".ys"), String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a script: " + e.getMessage(), e);
    }
    ToolRun run =
        ToolRun.of(
            List.of(program, "-q", "-s", name + ".ys"),
            folder,
            Map.of(),
            folder.resolve(name + ".log"),
            LIMIT);
    if (run.exitCode() != 0) {
      String error =
          run.output()
              .lines()
              .filter(line -> line.contains("ERROR:"))
              .findFirst()
              .map(line -> line.replaceFirst("^.*ERROR: ", ""))
              .orElse("exit code " + run.exitCode());
      throw new ToolException(ToolException.Reason.REFUSED, program + ": " + error);
    }
  }

  /** A file name as a script wants it. */
  static String quote(Path file) {
    return "\"" + file.toAbsolutePath() + "\"";
  }
}
