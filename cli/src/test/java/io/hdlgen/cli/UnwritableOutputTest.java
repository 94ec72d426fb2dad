package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be written is said before the work: here before the data, which are not there. */
class UnwritableOutputTest {
  @TempDir Path folder;

  @Test
  void aFileInTheWay() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    refused(file.resolve("below/out.json"), "a file is in the way");
  }

  @Test
  void aReadOnlyDisk() throws Exception {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "ro,size=1m", "tmpfs", folder.toString()) == 0,
        "skipped: not allowed to mount a small disk");
    try {
      refused(folder.resolve("new/out.json"), "ead-only file system");
    } finally {
      run("umount", folder.toString());
    }
  }

  private static void refused(Path output, String why) {
    String data = output.resolveSibling("none.csv").toString();
    for (String command : new String[] {"train", "quantize x.onnx --bits 4", "emit x.onnx"}) {
      String[] arguments = (command + " --data " + data + " -o " + output).split(" ", -1);
      CommandRun run = CommandRun.of(arguments);
      assertThat(run.exitCode()).as(command + ": " + run.err()).isEqualTo(74);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .startsWith("hdlgen: cannot write " + output + ": ")
          .contains(why)
          .hasLineCount(1);
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
