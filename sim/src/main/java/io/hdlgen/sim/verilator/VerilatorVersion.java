package io.hdlgen.sim.verilator;

import io.hdlgen.sim.tool.ToolException;
import io.hdlgen.sim.tool.ToolException.Reason;
import io.hdlgen.sim.tool.ToolRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which Verilator is there. */
public final class VerilatorVersion {
  private static final int OLDEST = 5;
  private static final Pattern VERSION = Pattern.compile("Verilator (\\d+)\\.\\d+.*");

  private VerilatorVersion() {}

  /**
   * The line that {@code verilator --version} prints.
   *
   * @throws ToolException if it is missing, broken or older than version 5
   */
  public static String require(String executable) {
    String line;
    try {
      Path log = Files.createTempFile("hdlgen-verilator-version", ".log");
      // An interrupted run does not come to the end of this method.
      log.toFile().deleteOnExit();
      try {
        ToolRun run =
            ToolRun.of(
                List.of(executable, "--version"),
                Path.of("").toAbsolutePath(),
                Map.of(),
                log,
                Duration.ofMinutes(1));
        line = run.output().lines().findFirst().orElse("nothing");
      } finally {
        Files.deleteIfExists(log);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot ask for Verilator's version: " + e.getMessage(), e);
    } catch (ToolException e) {
      throw e.reason() == Reason.MISSING
          ? new ToolException(
              Reason.MISSING, executable + " is not there; install Verilator 5 or newer", e)
          : e;
    }
    Matcher matcher = VERSION.matcher(line);
    if (!matcher.matches()) {
      throw new ToolException(Reason.CRASHED, executable + " --version says '" + line + "'");
    }
    if (Integer.parseInt(matcher.group(1)) < OLDEST) {
      throw new ToolException(
          Reason.TOO_OLD, "found '" + line + "'; needed is Verilator 5 or newer");
    }
    return line;
  }
}
