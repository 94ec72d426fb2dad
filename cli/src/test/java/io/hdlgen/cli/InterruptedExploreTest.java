package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hdlgen.flow.doctor.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A signal in the middle of a search: the front so far is left, and the same command goes on. It
 * ends as it would have without, on any number of threads.
 */
class InterruptedExploreTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Path temporary;
  private CommandProcess process;

  @BeforeEach
  void makeData() throws IOException {
    ExternalTools.need(Tool.YOSYS, Tool.VERILATOR);
    Blobs.write(folder.resolve("blobs.csv"), 60, 1);
    temporary = Files.createDirectory(folder.resolve("temporary"));
    process =
        new CommandProcess(
            folder, Map.of(), "-Dhdlgen.explore.moves=2000", "-Djava.io.tmpdir=" + temporary);
  }

  @Test
  void keepsTheFrontAndGoesOn() throws Exception {
    Process running = start("stopped", 2);
    Path trials = folder.resolve("stopped/trials.json");
    while (count(trials) < 3) {
      assertThat(running.isAlive()).isTrue();
      Thread.sleep(2);
    }
    new ProcessBuilder("kill", "-INT", Long.toString(running.pid())).start().waitFor();
    CommandRun killed = process.await(running);
    assertThat(killed.exitCode()).as(killed.err()).isEqualTo(130);
    ObjectNode said = (ObjectNode) killed.json();
    assertThat(said.get("stopped").asBoolean()).isTrue();
    assertThat(said.get("passed").asBoolean()).isFalse();
    assertThat(said.get("design").isNull()).isTrue();
    assertThat(killed.err())
        .containsOnlyOnce("Stopped")
        .contains(" are in stopped: front.json, ")
        .contains(
            "To go on: hdlgen explore --target egfet_1v0 --data blobs.csv --generations 1 -o stopped");
    assertThat(said.get("front").size()).isPositive();
    ObjectNode front = front("stopped");
    assertThat(front.get("front")).isEqualTo(said.get("front"));
    assertThat(front.get("evaluated").asInt()).isBetween(1, 35);
    assertThat(names("stopped")).containsExactly("front.json", "networks", "trials.json");
    assertThat(temporary).isEmptyDirectory();

    CommandRun whole = process.await(start("whole", 1));
    assertThat(whole.exitCode()).as(whole.err()).isZero();
    int known = count(trials);
    Process resumed = start("stopped", 2);
    while (resumed.isAlive()) {
      assertThat(count(trials))
          .as("trials that were there are not tried again")
          .isGreaterThanOrEqualTo(known);
      Thread.sleep(1);
    }
    CommandRun again = process.await(resumed);
    assertThat(again.exitCode()).as(again.err()).isZero();
    ObjectNode expected = front("whole");
    assertThat(expected.get("evaluated").asInt()).isGreaterThan(front.get("evaluated").asInt());
    assertThat(withoutSeconds("stopped")).isEqualTo(withoutSeconds("whole"));
    assertThat(names("stopped/networks")).isEqualTo(names("whole/networks"));
    for (String file : Set.of("trials.json", "frozen.json")) {
      assertThat(folder.resolve("stopped").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
    }
    assertThat(names("stopped")).isEqualTo(names("whole"));
  }

  /** Of a file that is replaced as a whole. */
  private static int count(Path trials) throws IOException {
    return Files.exists(trials) ? JSON.readTree(trials.toFile()).get("trials").size() : 0;
  }

  private Process start(String output, int threads) throws IOException {
    return process.start(
        "explore",
        "--target",
        "egfet_1v0",
        "--data",
        "blobs.csv",
        "--generations",
        "1",
        "-o",
        output,
        "--threads",
        Integer.toString(threads),
        "--json");
  }

  private ObjectNode front(String output) throws IOException {
    return (ObjectNode) JSON.readTree(folder.resolve(output).resolve("front.json").toFile());
  }

  private ObjectNode withoutSeconds(String output) throws IOException {
    ObjectNode front = front(output);
    front.remove("seconds");
    return front;
  }

  private Set<String> names(String output) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(output))) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
