package io.hdlgen.flow.synth;

import io.hdlgen.boards.plan.BuildPlan;
import io.hdlgen.boards.plan.BuildStep;
import io.hdlgen.flow.doctor.Doctor;
import io.hdlgen.flow.doctor.MissingTools;
import io.hdlgen.flow.doctor.Tool;
import io.hdlgen.flow.doctor.ToolStatus;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.sim.tool.ToolException;
import io.hdlgen.sim.tool.ToolException.Reason;
import io.hdlgen.sim.tool.ToolRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the steps of a plan in a folder, within a time limit for all of them. */
public final class ToolBench {
  private final Path folder;
  private final Duration limit;
  private final long begin = System.nanoTime();
  private final Map<Tool, ToolStatus> tools = new LinkedHashMap<>();

  private ToolBench(Path folder, Duration limit) {
    this.folder = folder;
    this.limit = limit;
  }

  /** As the other, with the tools of this process's {@code PATH}. */
  public static ToolBench of(BuildPlan plan, Path folder, Duration limit) {
    return of(plan, folder, limit, Doctor.ofEnvironment());
  }

  /**
   * Looks for the tools of a plan.
   *
   * @param folder where they will run; holds the plan's files when they do
   * @param limit what all steps may take together
   * @throws ToolException if a tool is missing or too old
   */
  public static ToolBench of(BuildPlan plan, Path folder, Duration limit, Doctor doctor) {
    ToolBench bench = new ToolBench(folder, limit);
    Map<Tool, String> needed = new LinkedHashMap<>();
    for (BuildStep step : plan.steps()) {
      Tool tool = Tool.named(step.program());
      needed.put(tool, step.since().isEmpty() ? tool.minimumVersion() : step.since());
    }
    List<Tool> missing =
        needed.keySet().stream().filter(tool -> doctor.find(tool).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw MissingTools.failure(missing);
    }
    for (Map.Entry<Tool, String> need : needed.entrySet()) {
      Tool tool = need.getKey();
      ToolStatus status = doctor.examine(tool, need.getValue());
      if (!status.usable()) {
        throw new ToolException(
            status.version().isEmpty() ? Reason.CRASHED : Reason.TOO_OLD,
            "%s is %s; needed is %s or newer"
                .formatted(
                    status.path(),
                    status.version().isEmpty() ? "of unknown version" : status.version(),
                    need.getValue()));
      }
      bench.tools.put(tool, status);
    }
    return bench;
  }

  /** The tools, each once, in the order of the plan. */
  public List<ToolStatus> tools() {
    return Collections.unmodifiableList(new ArrayList<>(tools.values()));
  }

  /** What is left of the time. */
  private Duration left() {
    return limit.minusNanos(System.nanoTime() - begin);
  }

  /**
   * Runs one step.
   *
   * @param progress hears the last line of the log every second
   * @throws ToolException if it fails, takes too long, or leaves a product out
   */
  public void run(BuildStep step, Progress progress) {
    Duration left = left();
    if (left.isNegative() || left.isZero()) {
      throw tooLong(step);
    }
    List<String> command = new ArrayList<>();
    command.add(tools.get(Tool.named(step.program())).path());
    command.addAll(step.arguments());
    ToolRun run;
    Path log = folder.resolve(step.log());
    progress.stage(step.doing() + " (" + step.program() + ")", 0);
    try (LogTail tail = new LogTail(log, line -> say(line, progress))) {
      tail.start();
      run = ToolRun.of(command, folder, Map.of(), log, left);
    } catch (ToolException e) {
      throw e.reason() == Reason.TIMED_OUT ? tooLong(step) : e;
    }
    if (run.exitCode() != 0) {
      throw new ToolException(
          run.exitCode() > 128 ? Reason.CRASHED : Reason.REFUSED,
          "%s failed while %s (exit code %d): %s"
              .formatted(step.program(), step.doing(), run.exitCode(), complaint(run.output())));
    }
    for (String product : step.products()) {
      if (isEmpty(folder.resolve(product))) {
        throw new ToolException(
            Reason.CRASHED,
            "%s ended well but left no %s: %s"
                .formatted(step.program(), product, complaint(run.output())));
      }
    }
  }

  private static void say(String line, Progress progress) {
    progress.detail(line);
    progress.step(0);
  }

  private ToolException tooLong(BuildStep step) {
    return new ToolException(
        Reason.TIMED_OUT,
        "%s was stopped while %s: the tools may take %d s together; --time-limit allows more"
            .formatted(step.program(), step.doing(), limit.toSeconds()));
  }

  private static boolean isEmpty(Path file) {
    try {
      return !Files.isRegularFile(file) || Files.size(file) == 0;
    } catch (IOException e) {
      return true;
    }
  }

  /** The first line that looks like an error; else the last one. */
  private static String complaint(String output) {
    List<String> lines = output.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return lines.stream()
        .filter(line -> line.startsWith("ERROR") || line.contains("error:"))
        .findFirst()
        .orElse(lines.isEmpty() ? "it printed nothing" : lines.get(lines.size() - 1));
  }
}
