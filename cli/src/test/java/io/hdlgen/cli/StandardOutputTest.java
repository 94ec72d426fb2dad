package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes on real pipes. */
class StandardOutputTest {
  private static final int SIGPIPE = 141;

  @TempDir Path folder;

  @Test
  void aReaderThatGoesEndsItInSilence() throws Exception {
    assertThat(runUnread("targets")).isEqualTo(SIGPIPE);
    assertThat(folder.resolve("err")).isEmptyFile();
  }

  /** As {@code predict | head}: more than fits in the pipe, and the reader leaves in between. */
  @Test
  void predictingForHeadIsCutShort() throws Exception {
    Path network = TinyNetwork.write(folder);
    Path data = Files.writeString(folder.resolve("x.csv"), "a,b\n" + "3,1\n".repeat(100_000));
    Process process = start("predict", network.toString(), "--data", data.toString());
    assertThat(new String(process.getInputStream().readNBytes(9), StandardCharsets.UTF_8))
        .isEqualTo("class\nno\n");
    process.getInputStream().close();
    assertThat(await(process)).isEqualTo(SIGPIPE);
    assertThat(folder.resolve("err")).isEmptyFile();
  }

  @Test
  void aFailureStaysWhatItIs() throws Exception {
    assertThat(runUnread("predict", "--json", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(folder.resolve("err")).content().hasLineCount(1).contains("--data");
  }

  @Test
  void aFullDiskIsNoReaderThatGoes() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "skipped: no /dev/full");
    Process process =
        builder("targets").redirectOutput(ProcessBuilder.Redirect.to(full.toFile())).start();
    assertThat(await(process)).isEqualTo(74);
    assertThat(folder.resolve("err")).hasContent("hdlgen: cannot write to standard output");
  }

  @Test
  void aReaderThatStaysHasItAll() throws Exception {
    Process process = start("targets");
    assertThat(process.getInputStream().readAllBytes())
        .startsWith("generic ".getBytes(StandardCharsets.UTF_8));
    assertThat(await(process)).isZero();
  }

  /** Runs with a pipe whose reader goes before anything is written. */
  private int runUnread(String... arguments) throws IOException, InterruptedException {
    Process process = start(arguments);
    process.getInputStream().close();
    return await(process);
  }

  private Process start(String... arguments) throws IOException {
    return builder(arguments).start();
  }

  private ProcessBuilder builder(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(folder.resolve("err").toFile());
  }

  private static int await(Process process) throws InterruptedException {
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }
}
