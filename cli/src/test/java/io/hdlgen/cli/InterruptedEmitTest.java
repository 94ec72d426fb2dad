package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.flow.doctor.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle of {@code emit}: no half-written folder, no process left behind. */
class InterruptedEmitTest {
  /** What a slow machine lets appear. */
  private static final String PROGRESS = "(hdlgen: [A-Za-z0-9, ]+( \\d+/\\d+(, .*)?)?\n)*";

  @TempDir Path folder;

  private Path output;
  private Path cache;
  private Path temporary;
  private CommandProcess command;

  @BeforeEach
  void prepare() throws IOException {
    output = Files.createDirectory(folder.resolve("output"));
    cache = folder.resolve("cache");
    Path working = Files.createDirectory(folder.resolve("working"));
    temporary = Files.createDirectory(folder.resolve("temporary"));
    command =
        new CommandProcess(
            working, Map.of("HDLGEN_CACHE", cache.toString()), "-Djava.io.tmpdir=" + temporary);
  }

  @Test
  void whileItWrites() throws Exception {
    interruptWhen(process -> Files.isDirectory(output.resolve("parent")));
  }

  @Test
  void whileVerilatorBuilds() throws Exception {
    ExternalTools.need(Tool.VERILATOR, Tool.MAKE, Tool.CXX);
    interruptWhen(process -> process.descendants().count() > 3);
    assertThat(cache.resolve("verilator")).isEmptyDirectory();
  }

  /** As a terminal does it: the children get the signal, too. */
  private void interruptWhen(Predicate<Process> condition) throws Exception {
    Process process =
        command.start("emit", "--bits", "2", "--ptq", "-o", output + "/parent/design");
    while (!condition.test(process)) {
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(5);
    }
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    List<String> kill = new ArrayList<>(List.of("kill", "-INT"));
    all.forEach(one -> kill.add(Long.toString(one.pid())));
    new ProcessBuilder(kill).redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    CommandRun run = command.await(process);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(130);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).matches(PROGRESS);
    assertThat(output).isEmptyDirectory();
    assertThat(temporary).isEmptyDirectory();
    for (int wait = 0; wait < 100 && all.stream().anyMatch(ProcessHandle::isAlive); wait++) {
      Thread.sleep(20);
    }
    assertThat(all).noneMatch(ProcessHandle::isAlive);
  }
}
