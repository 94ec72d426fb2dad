package io.hdlgen.sim.tool;

import io.hdlgen.sim.tool.ToolException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a program that ran to its end left behind.
 *
 * @param output what it wrote, errors and all
 */
public record ToolRun(int exitCode, String output) {

  /**
   * Runs a program to its end; its output goes to the file {@code log}.
   *
   * @param environment variables set in addition to ours
   * @throws ToolException if it is missing, takes longer than the limit, or we are interrupted
   */
  public static ToolRun of(
      List<String> command,
      Path directory,
      Map<String, String> environment,
      Path log,
      Duration limit) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(log.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    String program = command.get(0);
    try (ChildProcess child = ChildProcess.start(builder)) {
      if (!child.process().waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ToolException(
            Reason.TIMED_OUT, program + " took longer than " + limit.toSeconds() + " s");
      }
      return new ToolRun(
          child.process().exitValue(), new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolException(Reason.INTERRUPTED, program + " was interrupted", e);
    } catch (IOException e) {
      throw new ToolException(Reason.CRASHED, "the log of " + program + " is unreadable", e);
    }
  }
}
