package io.hdlgen.boards.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildPlanTest {
  @TempDir Path folder;

  private final BuildPlan plan =
      new BuildPlan(
          Map.of(),
          List.of(
              new BuildStep("copying", "cp", List.of("a 'b'", "c"), "cp.log", List.of("c")),
              new BuildStep("failing", "false", List.of(), "false.log", List.of()),
              new BuildStep("never", "touch", List.of("never"), "touch.log", List.of())));

  @Test
  void theScriptRunsTheStepsInItsOwnFolderUntilOneFails() throws Exception {
    Files.writeString(folder.resolve("a 'b'"), "text");
    Process process = start();
    assertThat(process.waitFor()).isNotZero();
    assertThat(folder.resolve("c")).hasContent("text");
    assertThat(folder.resolve("cp.log")).isEmptyFile();
    assertThat(folder.resolve("never")).doesNotExist();
  }

  @Test
  void aVariableNamesAnotherBuildOfATool() throws Exception {
    Process process = start("CP", "ls");
    assertThat(process.waitFor()).isNotZero();
    assertThat(Files.readString(folder.resolve("cp.log"))).contains("ls:");
  }

  private Process start(String... variable) throws IOException {
    Files.writeString(folder.resolve(BuildPlan.SCRIPT), plan.script());
    ProcessBuilder builder =
        new ProcessBuilder("sh", folder.resolve(BuildPlan.SCRIPT).toString())
            .redirectErrorStream(true);
    for (int i = 0; i < variable.length; i += 2) {
      builder.environment().put(variable[i], variable[i + 1]);
    }
    return builder.start();
  }
}
