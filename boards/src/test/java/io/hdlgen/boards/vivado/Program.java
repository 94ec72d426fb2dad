package io.hdlgen.boards.vivado;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program of the machine: what it printed, and its exit code. */
record Program(int exitCode, String output) {

  /** Skips the test if the program is missing, or fails it if tools are required. */
  static void need(String program, String argument) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(program, argument).redirectErrorStream(true).start();
      process.getOutputStream().close();
      process.getInputStream().readAllBytes();
      process.waitFor();
    } catch (IOException missing) {
      if (Boolean.getBoolean("require.tools")) {
        fail("no " + program);
      }
      abort("skipped: no " + program);
    }
  }

  /** Runs a program with a text on its standard input. */
  static Program run(
      Path folder, Map<String, String> environment, String input, List<String> command)
      throws IOException, InterruptedException {
    Path in = Files.createTempFile(folder, "input", ".txt");
    Files.writeString(in, input);
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(in.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Program(process.waitFor(), output);
  }
}
