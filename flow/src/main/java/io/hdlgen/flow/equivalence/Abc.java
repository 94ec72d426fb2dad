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

/** The equivalence checker of ABC, each check in a process of its own. */
final class Abc {
  /** How long a process may overrun the limit that it was given. */
  private static final int GRACE_SECONDS = 2;

  private final String program;
  private final Path folder;

  /**
   * @param program name or path
   * @param folder for files that nobody needs afterwards
   */
  Abc(String program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /** What it says. */
  enum Answer {
    EQUAL,
    DIFFERENT,
    UNDECIDED
  }

  /**
   * Compares the outputs of two graphs of equal inputs.
   *
   * @param expected an AIGER file
   * @param found an AIGER file
   * @throws ToolException if the program is missing or says something unknown
   */
  Answer compare(byte[] expected, byte[] found, int seconds) {
    try {
      Files.write(folder.resolve("expected.aig"), expected);
      Files.write(folder.resolve("found.aig"), found);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the files of a proof: " + e.getMessage(), e);
    }
    ToolRun run;
    try {
      run = run("&r expected.aig; &cec -C 1000000 -T " + seconds + " found.aig", seconds);
    } catch (ToolException e) {
      if (e.reason() == ToolException.Reason.TIMED_OUT) {
        return Answer.UNDECIDED;
      }
      throw e;
    }
    String output = run.output();
    if (output.contains("NOT EQUIVALENT")) {
      return Answer.DIFFERENT;
    }
    if (output.contains("Networks are equivalent")) {
      return Answer.EQUAL;
    }
    // Where its limits end a search it says so in several ways, or nothing at all.
    if (run.exitCode() == 0) {
      return Answer.UNDECIDED;
    }
    throw new ToolException(
        ToolException.Reason.CRASHED,
        program
            + " ended with exit code "
            + run.exitCode()
            + ": "
            + output.lines().reduce("", (a, b) -> b));
  }

  private ToolRun run(String commands, int seconds) {
    return ToolRun.of(
        List.of(program, "-c", commands),
        folder,
        Map.of(),
        folder.resolve("abc.log"),
        Duration.ofSeconds(seconds + GRACE_SECONDS));
  }
}
