package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed twice ends with the bytes of one that was not. */
class ResumedTrainingTest {
  @TempDir Path folder;

  private Path output;
  private Path checkpoint;
  private CommandProcess process;

  @BeforeEach
  void makeData() throws IOException {
    Blobs.write(folder.resolve("train.csv"), 3000, 1);
    output = folder.resolve("killed.json");
    checkpoint = folder.resolve("killed.json.checkpoint");
    process = new CommandProcess(folder, Map.of(), "-Dhdlgen.checkpoint.millis=0");
  }

  @Test
  void endsWithTheSameBytes() throws Exception {
    assertThat(train("whole.json", "--threads", "2").exitCode()).isZero();

    killWhenThereIs("float.state");
    killWhenThereIs("quantized.state", "--resume");
    CommandRun other = train("killed.json", "--resume", "--seed", "5");
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err())
        .contains("killed.json.checkpoint: found a checkpoint of another run (hdlgen train --data");
    assertThat(checkpoint).exists();

    // That it is read at all: starting anew would end with the same bytes.
    Path state = checkpoint.resolve("quantized.state");
    byte[] right = Files.readAllBytes(state);
    byte[] damaged = right.clone();
    damaged[damaged.length - 1]++;
    Files.write(state, damaged);
    assertThat(train("killed.json", "--resume").err()).contains("found a damaged state");
    Files.write(state, right);

    assertThat(train("killed.json", "--resume").exitCode()).isZero();
    assertThat(output).hasSameBinaryContentAs(folder.resolve("whole.json"));
    assertThat(checkpoint).doesNotExist();
  }

  @Test
  void withoutResumeItStartsAnewAndSaysSo() throws Exception {
    killWhenThereIs("float.state");
    CommandRun again = train("killed.json");
    assertThat(again.exitCode()).isZero();
    assertThat(again.err()).contains("--resume would go on from there");
    assertThat(checkpoint).doesNotExist();
  }

  private void killWhenThereIs(String state, String... options) throws Exception {
    Process running = process.start(arguments("killed.json", options));
    while (!Files.exists(checkpoint.resolve(state))) {
      assertThat(running.isAlive()).isTrue();
      Thread.sleep(2);
    }
    running.destroyForcibly();
    assertThat(process.await(running).exitCode()).isEqualTo(137);
    assertThat(output).doesNotExist();
  }

  private CommandRun train(String file, String... options) throws Exception {
    return process.run(arguments(file, options));
  }

  private static String[] arguments(String file, String... options) {
    List<String> all =
        new ArrayList<>(
            List.of("train", "--data", "train.csv", "--hidden", "16,16", "--epochs", "40"));
    all.addAll(List.of("--bits", "3", "-o", file));
    all.addAll(List.of(options));
    return all.toArray(String[]::new);
  }
}
