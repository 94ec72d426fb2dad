package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Signals in the middle of training: nothing but a whole checkpoint is left, and with {@code
 * --resume} comes what would have come.
 */
class InterruptedTrainingTest {
  private static final String TRAIN =
      "train --data train.csv --hidden 16,16 --epochs 40 --bits 3 --threads 1";
  private static final String EMIT =
      "emit model.json --data train.csv --epochs 80 --bits 3 --count 20 --threads 1";

  @TempDir Path folder;
  private CommandProcess process;

  @BeforeEach
  void makeData() throws IOException {
    Blobs.write(folder.resolve("train.csv"), 1000, 1);
    // Without Verilator, which takes its time.
    process =
        new CommandProcess(
            folder, Map.of("PATH", folder.toString()), "-Dhdlgen.checkpoint.millis=0");
  }

  @ParameterizedTest
  @CsvSource({"INT, 130, float.state", "TERM, 143, quantized.state"})
  void train(String signal, int exitCode, String state) throws Exception {
    assertThat(runHere(TRAIN, "whole").exitCode()).isZero();
    CommandRun killed = kill(TRAIN, signal, state);
    assertThat(killed.exitCode()).as(killed.err()).isEqualTo(exitCode);
    assertThat(killed.out()).isEmpty();
    assertThat(names(folder)).doesNotContain("killed").noneMatch(name -> name.endsWith(".tmp"));
    assertThat(names(folder.resolve("killed.checkpoint")))
        .contains("run.json", state)
        .isSubsetOf("run.json", "float.state", "quantized.state");
    assertThat(runHere(TRAIN, "killed", "--resume").exitCode()).isZero();
    assertThat(folder.resolve("killed")).hasSameBinaryContentAs(folder.resolve("whole"));
    assertThat(folder.resolve("killed.checkpoint")).doesNotExist();
  }

  @Test
  void emit() throws Exception {
    assertThat(runHere("train --data train.csv --hidden 8 --epochs 3", "model.json").exitCode())
        .isZero();
    assertThat(run(EMIT, "whole").exitCode()).isZero();
    assertThat(folder.resolve("whole.checkpoint")).doesNotExist();
    assertThat(kill(EMIT, "KILL", "quantized.state").exitCode()).isEqualTo(137);
    assertThat(folder.resolve("killed")).doesNotExist();
    CommandRun other = runHere(EMIT, "killed", "--resume", "--training-seed", "5");
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err())
        .contains(
            "a checkpoint of another run (hdlgen emit model.json --bits 3 --epochs 80 --data");
    // Only what decides the network has to be the same.
    CommandRun resumed = run(EMIT, "killed", "--resume", "--verbose");
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(resumed.err()).doesNotContain("training quantized 1/80");
    assertThat(contents("killed")).isEqualTo(contents("whole"));
    assertThat(folder.resolve("killed.checkpoint")).doesNotExist();
  }

  private CommandRun kill(String command, String signal, String state) throws Exception {
    Process running = process.start(words(command, "killed"));
    while (!Files.exists(folder.resolve("killed.checkpoint").resolve(state))) {
      assertThat(running.isAlive()).isTrue();
      Thread.sleep(2);
    }
    new ProcessBuilder("kill", "-" + signal, Long.toString(running.pid())).start().waitFor();
    return process.await(running);
  }

  private CommandRun run(String command, String output, String... options) throws Exception {
    return process.run(words(command, output, options));
  }

  /** As {@link #run}, but in this process, which is quicker. */
  private CommandRun runHere(String command, String output, String... options) {
    String[] words = words(command, output, options);
    for (int w = 1; w < words.length; w++) {
      if (List.of("--data", "-o", "emit").contains(words[w - 1])) {
        words[w] = folder.resolve(words[w]).toString();
      }
    }
    return CommandRun.of(words);
  }

  private static String[] words(String command, String output, String... options) {
    List<String> all = new ArrayList<>(List.of(command.split(" ")));
    all.addAll(List.of("-o", output));
    all.addAll(List.of(options));
    return all.toArray(String[]::new);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private Map<String, String> contents(String design) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    Path root = folder.resolve(design);
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
