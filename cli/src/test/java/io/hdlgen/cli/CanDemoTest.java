package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.canids.demo.Demo;
import io.hdlgen.canids.demo.DemoRequest;
import io.hdlgen.canids.demo.DemoResult;
import io.hdlgen.flow.doctor.Doctor;
import io.hdlgen.flow.doctor.Tool;
import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.flow.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hdlgen can demo}, on less of everything. */
class CanDemoTest {
  @TempDir private Path folder;

  @Test
  void goesAllTheWay() {
    boolean there = Doctor.ofEnvironment().find(Tool.VERILATOR).isPresent();
    Assumptions.assumeTrue(there || Boolean.getBoolean("require.tools"), "skipped: no verilator");
    Path out = folder.resolve("demo");
    DemoResult result = new Demo(new DemoRequest(out, 1, 0.5, 3, 200, 1), Progress.NONE).run();
    assertThat(result.passed()).isTrue();
    assertThat(result.measured().synthetic()).isTrue();
    assertThat(result.verified().compared().check().alerts()).isPositive();
    assertThat(result.emitted().beforeEndOfFrame()).isTrue();
    assertThat(CanonicalJson.read(result.toJson()))
        .containsEntry("synthetic", true)
        .containsKeys("f1", "falseNegativeRate", "falseAlarmsPerHour", "verification");
    assertThat(out.resolve("design/rtl/can_ids.v")).exists();
    assertThat(CanDemoPage.of(result))
        .contains("SYNTHETIC: the traffic is generated, not recorded")
        .contains("frames, ")
        .contains("reference = Verilator")
        .contains("before the end-of-frame field")
        .contains("whitelist");
  }

  /** Before any work, and a page of an older demonstration is none. */
  @Test
  void resultsOfOthersAreKept() throws IOException {
    Path out = Files.createDirectories(folder.resolve("demo"));
    Path page = Files.writeString(out.resolve("results.txt"), "mine");
    CommandRun run = CommandRun.of("can", "demo", "-o", out.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(page + ": found something that hdlgen did not write");
    assertThat(page).content().isEqualTo("mine");
    assertThat(out).isDirectoryNotContaining("glob:**/train.csv.gz");

    Files.writeString(page, Demo.PAGE_TITLE + "\nold");
    Path file = Files.writeString(out.resolve("train.csv.gz"), "mine, too");
    assertThat(CommandRun.of("can", "demo", "-o", out.toString()).err())
        .contains(file + ": found a file that hdlgen has not generated");
    Demo.writePage(out, Demo.PAGE_TITLE + "\nnew");
    assertThat(page).content().endsWith("new");
  }

  @Test
  void aFileInTheWayIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    CommandRun run = CommandRun.of("can", "demo", "-o", file.toString());
    assertThat(run.exitCode()).isEqualTo(74);
    assertThat(run.err()).contains("cannot write " + file);
    assertThat(file).content().isEqualTo("mine");
  }
}
