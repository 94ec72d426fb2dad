package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hdlgen.flow.doctor.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a network to a bitstream, and what goes wrong on the way. */
class SynthCommandTest {
  @TempDir Path folder;
  private Path design;
  private Path results;

  @BeforeEach
  void emit() throws IOException {
    design = folder.resolve("tiny");
    results = design.resolve("synth/icebreaker");
    CommandRun run = emitAgain();
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private CommandRun emitAgain() throws IOException {
    return CommandRun.of(
        "emit",
        TinyNetwork.write(folder).toString(),
        "--arch",
        "unrolled",
        "--target",
        "icebreaker",
        "--top",
        "tiny",
        "--count",
        "10",
        "-o",
        design.toString());
  }

  @Test
  void fromANetworkToABitstream() throws IOException {
    ExternalTools.need(Tool.YOSYS, Tool.NEXTPNR_ICE40, Tool.ICEPACK);
    CommandRun run = CommandRun.of("synth", design.toString(), "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode report = run.json();
    assertThat(report.path("target").asText()).isEqualTo("icebreaker");
    long luts = report.path("luts").asLong();
    assertThat(luts).isBetween(100L, 1000L);
    assertThat(report.path("core").path("luts").asLong()).isBetween(5L, 40L);
    assertThat(report.path("flipFlops").asLong())
        .isGreaterThan(report.path("core").path("flipFlops").asLong());
    assertThat(report.path("utilization").path("luts").asDouble())
        .as("by the placer, which takes more than synthesis counts")
        .isEqualTo(
            Math.round(
                    report.path("sites").path("ICESTORM_LC").path("used").asLong() / 5280.0 * 1e4)
                / 1e4)
        .isGreaterThanOrEqualTo(luts / 5280.0 - 1e-4);
    assertThat(report.path("planSha256").asText()).matches("[0-9a-f]{64}");
    assertThat(report.path("fmaxMhz").asDouble()).isGreaterThan(12);
    assertThat(report.path("criticalPath").path("from").asText()).isNotEmpty();
    assertThat(report.path("fits").asBoolean()).isTrue();
    assertThat(results.resolve(report.path("bitstream").asText())).exists();
    assertThat(results.resolve("report.json")).exists();
    assertThat(results.resolve("netlist.v")).content().contains("module tiny(", "SB_LUT4");
    assertThat(results.resolve("yosys.log")).content().contains("SYNTH_ICE40");

    // What the tools have made is no obstacle to a new design, and goes with the old one.
    CommandRun again = emitAgain();
    assertThat(again.exitCode()).isZero();
    assertThat(again.err()).contains("What tools have made of the older design");
    assertThat(results).doesNotExist();
  }

  @Test
  void aFileOfTheUsersAmongTheResultsIsNotLost() throws IOException {
    ExternalTools.need(Tool.YOSYS);
    assertThat(CommandRun.of("synth", design.toString(), "--target", "zcu104").exitCode()).isZero();
    Path mine = Files.writeString(design.resolve("synth/zcu104/mine.tcl"), "mine");
    CommandRun again = CommandRun.of("synth", design.toString(), "--target", "zcu104");
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("mine.tcl, which emit did not write");
    assertThat(emitAgain().err()).contains("synth/zcu104/mine.tcl");
    assertThat(mine).hasContent("mine");
  }

  @Test
  void noToolMakesAnythingForThePortableTarget() {
    CommandRun run = CommandRun.of("synth", design.toString(), "--target", "generic");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("hdlgen: --target: found generic, which no tool makes anything for; expected ")
        .contains("icebreaker, ulx3s_85f");
    assertThat(design.resolve("synth")).doesNotExist();
  }

  @Test
  void whatIsForPrintedCircuitsIsNotForBoards() {
    CommandRun run = CommandRun.of("synth", design.toString(), "--objective", "power");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("--target icebreaker beside one of them; expected a printed target: egfet_1v0");
  }

  @Test
  void aFailedToolLeavesOldResultsAndItsLog() throws Exception {
    Files.createDirectories(results);
    Files.writeString(results.resolve("report.json"), "{}");
    Files.writeString(
        results.resolve("manifest.json"),
        """
        {"format": "hdlgen-manifest", "version": 1, "tool": "hdlgen 1", "command": "x",
         "inputs": {}, "files": {"report.json":
         "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"}}
        """);
    failsWith(
        "echo 'Yosys; ERROR: out of memory'; echo 'ERROR: no such thing'; exit 1",
        "yosys failed while synthesizing (exit code 1): ERROR: no such thing; all of it in "
            + results
            + ".failed/yosys.log");
    assertThat(results.resolve("report.json")).hasContent("{}");
    assertThat(Path.of(results + ".failed", "yosys.log")).content().contains("out of memory");
    assertThat(Path.of(results + ".failed", "report.json")).doesNotExist();
    assertThat(emitAgain().exitCode()).as("a failed run is no obstacle").isZero();
  }

  @Test
  void unknownFormsOfResultsAreAFailure() throws Exception {
    failsWith(
        "echo '{}' > netlist.json; echo '{}' > board.json; echo x > netlist.v",
        "board.json is not as expected: it has no cells of module hdlgen_board; all of it in "
            + results
            + ".failed/yosys.log");
    assertThat(results).doesNotExist();
  }

  @Test
  void whatDoesNotFitIsCountedAndNotPlaced() throws Exception {
    StringBuilder cells = new StringBuilder();
    for (int i = 0; i < 5281; i++) {
      cells.append(i == 0 ? "" : ",").append("\"c").append(i).append("\":{\"type\":\"SB_LUT4\"}");
    }
    Path json = folder.resolve("cells.json");
    Files.writeString(
        json,
        "{\"modules\":{\"tiny\":{\"cells\":{}},\"hdlgen_board\":{\"cells\":{%s}}}}"
            .formatted(cells));
    CommandRun run =
        process("cp " + json + " netlist.json; cp " + json + " board.json; echo x > netlist.v")
            .run("synth", design.toString(), "--json");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.err())
        .contains("icebreaker: the design takes 5,281 LUTs of 5,280; fold it further");
    JsonNode report = run.json();
    assertThat(report.path("fits").asBoolean()).isFalse();
    assertThat(report.path("bitstream").isNull()).isTrue();
    assertThat(results.resolve("nextpnr.log")).doesNotExist();
  }

  @Test
  void aPlacerWithoutRoomIsNoCrash() throws Exception {
    String json = "{\"modules\":{\"tiny\":{\"cells\":{}},\"hdlgen_board\":{\"cells\":{}}}}";
    CommandRun run =
        process(
                "case $0 in *yosys) echo '%s' | tee netlist.json > board.json; echo x > netlist.v ;;"
                        .formatted(json)
                    + " *) echo \"ERROR: Unable to place cell 'a', no BELs remaining\"; exit 1 ;;"
                    + " esac")
            .run("synth", design.toString(), "-q");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("uses ");
    assertThat(results.resolve("report.json")).content().contains("\"fits\": false");
  }

  @Test
  void whatAKilledRunHasLeftIsNoObstacle() throws IOException {
    Path left = Files.createDirectories(design.resolve("synth/.icebreaker.tmp-999999999999"));
    Files.writeString(left.resolve("synth.ys"), "half");
    assertThat(emitAgain().exitCode()).isZero();
    assertThat(left).doesNotExist();
  }

  @Test
  void aKilledRunLeavesNothing() throws Exception {
    Process process = process("sleep 60 & wait").start("synth", design.toString());
    while (process.descendants().count() < 2) {
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(5);
    }
    List<ProcessHandle> tools = process.descendants().toList();
    process.destroy();
    process.waitFor();
    assertThat(process.exitValue()).isEqualTo(143);
    try (Stream<Path> left = Files.walk(design.resolve("synth"))) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    } catch (NoSuchFileException e) {
      assertThat(design.resolve("synth")).doesNotExist();
    }
    for (int wait = 0; wait < 100 && tools.stream().anyMatch(ProcessHandle::isAlive); wait++) {
      Thread.sleep(20);
    }
    assertThat(tools).noneMatch(ProcessHandle::isAlive);
  }

  private void failsWith(String yosys, String message) throws Exception {
    CommandRun run = process(yosys).run("synth", design.toString(), "-q");
    assertThat(run.err()).isEqualTo("hdlgen: " + message + "\n");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
  }

  /** The command with tools that are shell scripts. */
  private CommandProcess process(String yosys) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (String program : List.of("yosys", "nextpnr-ice40", "icepack")) {
      Path file = bin.resolve(program);
      Files.writeString(
          file,
          "#!/bin/sh\ncase ${1:-} in -V | --version) echo 1.0; exit 0 ;; esac\n" + yosys + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    String path = bin + ":" + System.getenv("PATH");
    return new CommandProcess(folder, Map.of("PATH", path));
  }
}
