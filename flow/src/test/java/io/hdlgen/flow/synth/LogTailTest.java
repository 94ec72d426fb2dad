package io.hdlgen.flow.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
  @TempDir Path folder;

  @Test
  void theLastWholeLine() throws IOException {
    Path log = folder.resolve("log");
    assertThat(LogTail.lastLine(log)).as("no file yet").isEmpty();
    Files.writeString(log, "half");
    assertThat(LogTail.lastLine(log)).isEmpty();
    Files.writeString(log, "one\n two\tthree \n\nhalf");
    assertThat(LogTail.lastLine(log)).isEqualTo("two three");
    Files.writeString(log, "x".repeat(10_000) + "\nend\n");
    assertThat(LogTail.lastLine(log)).isEqualTo("end");
    Files.writeString(log, "y".repeat(100) + "\n");
    assertThat(LogTail.lastLine(log)).isEqualTo("y".repeat(57) + "...");
  }

  @Test
  void tellsWhileItIsOpen() throws Exception {
    Path log = Files.writeString(folder.resolve("log"), "working\n");
    LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    try (LogTail tail = new LogTail(log, heard::add)) {
      tail.start();
      assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("working");
    }
  }
}
