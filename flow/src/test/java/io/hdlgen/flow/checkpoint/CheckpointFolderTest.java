package io.hdlgen.flow.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {
  private static final CheckpointFolder.Run RUN = run("hdlgen train --data a.csv");

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void chooseAFolder() {
    folder = temporary.resolve("parent/net.json.checkpoint");
  }

  @Test
  void whatWasSavedIsLoadedByTheResumedRun() throws IOException {
    CheckpointFolder first = CheckpointFolder.fresh(folder, RUN);
    assertThat(folder).doesNotExist();
    first.save("float", bytes("one"));
    first.save("float", bytes("two"));
    first.save("quantized", new byte[0]);
    assertThat(CheckpointFolder.holds(folder, RUN)).isTrue();

    CheckpointFolder resumed = CheckpointFolder.resumed(folder, RUN);
    assertThat(resumed.load("float")).hasValue(bytes("two"));
    assertThat(resumed.load("quantized")).hasValue(new byte[0]);
    assertThat(resumed.load("other")).isEmpty();
    resumed.delete();
    assertThat(folder).doesNotExist();
  }

  @Test
  void aFreshRunTakesNothingOfAnOlderOne() throws IOException {
    CheckpointFolder first = CheckpointFolder.fresh(folder, RUN);
    first.save("float", bytes("one"));
    first.save("quantized", bytes("two"));
    CheckpointFolder second = CheckpointFolder.fresh(folder, run("hdlgen train --data b.csv"));
    assertThat(second.load("float")).isEmpty();
    assertThat(CheckpointFolder.holds(folder, RUN)).isTrue();
    second.save("float", bytes("three"));
    assertThat(second.load("float")).hasValue(bytes("three"));
    assertThat(second.load("quantized")).isEmpty();
    assertThat(CheckpointFolder.holds(folder, RUN)).isFalse();
  }

  @Test
  void resumingWithoutACheckpointStartsAnew() {
    assertThat(CheckpointFolder.resumed(folder, RUN).load("float")).isEmpty();
  }

  @Test
  void ofAnotherRunItIsRefused() {
    CheckpointFolder.fresh(folder, RUN).save("float", bytes("one"));
    assertThatThrownBy(() -> CheckpointFolder.resumed(folder, run("hdlgen train --data b.csv")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("another run (hdlgen train --data a.csv)");
    CheckpointFolder.Run otherFile =
        new CheckpointFolder.Run(
            RUN.tool(), RUN.command(), new TreeMap<>(Map.of("a.csv", "1".repeat(64))));
    assertThatThrownBy(() -> CheckpointFolder.resumed(folder, otherFile))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the same command with other files");
  }

  @Test
  void aDamagedStateIsRefused() throws IOException {
    CheckpointFolder.fresh(folder, RUN).save("float", bytes("one"));
    Path state = folder.resolve("float.state");
    byte[] damaged = Files.readAllBytes(state);
    damaged[damaged.length - 1]++;
    Files.write(state, damaged);
    CheckpointFolder resumed = CheckpointFolder.resumed(folder, RUN);
    assertThatThrownBy(() -> resumed.load("float"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a damaged state");
    Files.write(state, new byte[3]);
    assertThatThrownBy(() -> resumed.load("float")).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void whatIsNoCheckpointIsLeftAlone() throws IOException {
    Files.createDirectories(folder);
    Path mine = Files.writeString(folder.resolve("mine"), "x");
    assertThatThrownBy(() -> CheckpointFolder.fresh(folder, RUN))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no checkpoint of hdlgen");
    assertThat(mine).exists();
  }

  private static CheckpointFolder.Run run(String command) {
    return new CheckpointFolder.Run("1.0", command, new TreeMap<>(Map.of("a.csv", "0".repeat(64))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
