package io.hdlgen.flow.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of a draft when the process or the disk comes to its end. */
class InterruptedDraftTest {
  @TempDir Path folder;

  /** Runs in a process of its own: writes until it is killed. */
  static final class EndlessDraft {
    private EndlessDraft() {}

    public static void main(String[] args) {
      try (DesignDraft draft = DesignDraft.begin(Path.of(args[0]), false)) {
        for (int i = 0; ; i++) {
          draft.write("rtl/file" + i % 100 + ".v", "x".repeat(10_000));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void aSignalLeavesNothingBehind(String signal, int exitCode) throws Exception {
    Path target = folder.resolve("parent/design");
    Process process = start(target);
    waitForDraft(process);
    kill(process, signal);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(exitCode);
    assertThat(DesignDraftTest.names(folder)).containsExactly("log");
  }

  @Test
  void theNextRunRemovesWhatAKilledOneLeft() throws Exception {
    Path target = folder.resolve("parent/design");
    Process process = start(target);
    waitForDraft(process);
    kill(process, "KILL");
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(DesignDraftTest.names(folder.resolve("parent")))
        .containsExactly(".design.tmp-" + process.pid());
    DesignDraftTest.write(target, "new");
    assertThat(DesignDraftTest.names(folder.resolve("parent"))).containsExactly("design");
  }

  @Test
  void aFullDiskLeavesTheOldFolder() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()) == 0,
        "skipped: not allowed to mount a small disk");
    try {
      Path target = disk.resolve("design");
      DesignDraftTest.write(target, "old");
      assertThatThrownBy(() -> DesignDraftTest.write(target, "x".repeat(2_000_000)))
          .isInstanceOf(OutputException.class)
          .hasMessage("cannot write " + target.resolve("file") + ": No space left on device");
      assertThat(target.resolve("file")).hasContent("old");
      assertThat(DesignDraftTest.names(disk)).containsExactly("design");
    } finally {
      run("umount", disk.toString());
    }
  }

  @Test
  void aReadOnlyDiskIsSaidInOneLine() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "ro,size=1m", "tmpfs", disk.toString()) == 0,
        "skipped: not allowed to mount a small disk");
    try {
      assertThatThrownBy(() -> DesignDraft.begin(disk.resolve("design"), false))
          .isInstanceOf(OutputException.class)
          .hasMessage("cannot write " + disk.resolve("design") + ": Read-only file system");
    } finally {
      run("umount", disk.toString());
    }
  }

  @Test
  void aFolderWithoutPermissionIsSaidInOneLine() throws IOException {
    Path parent =
        Files.createDirectory(
            folder.resolve("parent"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
    assumeTrue(!Files.isWritable(parent), "skipped: this user may write everywhere");
    assertThatThrownBy(() -> DesignDraft.begin(parent.resolve("design"), false))
        .isInstanceOf(OutputException.class)
        .hasMessage("cannot write " + parent.resolve("design") + ": permission denied");
  }

  private Process start(Path target) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            EndlessDraft.class.getName(),
            target.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  private void waitForDraft(Process process) throws Exception {
    Path file = folder.resolve("parent/.design.tmp-" + process.pid() + "/rtl/file50.v");
    for (int i = 0; i < 600 && !Files.exists(file); i++) {
      assertThat(process.isAlive()).as(Files.readString(folder.resolve("log"))).isTrue();
      Thread.sleep(50);
    }
    assertThat(file).exists();
  }

  private static void kill(Process process, String signal) throws Exception {
    assertThat(run("kill", "-" + signal, Long.toString(process.pid()))).isZero();
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
