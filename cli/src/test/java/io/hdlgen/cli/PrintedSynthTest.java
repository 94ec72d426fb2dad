package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.boards.printed.GateNetlist;
import io.hdlgen.boards.printed.GateNetlistReader;
import io.hdlgen.flow.doctor.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a network to a printed circuit by commands. */
class PrintedSynthTest {
  @TempDir Path folder;
  private Path network;
  private String design;

  @BeforeEach
  void writeTheNetwork() throws IOException {
    network = TinyNetwork.write(folder);
    design = folder.resolve("design").toString();
  }

  private CommandRun emit(String... more) {
    String[] arguments = new String[4 + more.length];
    arguments[0] = "emit";
    arguments[1] = network.toString();
    arguments[2] = "-o";
    arguments[3] = design;
    System.arraycopy(more, 0, arguments, 4, more.length);
    return CommandRun.of(arguments);
  }

  @Test
  void printedTargetsAreCombinational() {
    CommandRun run = emit("--target", "egfet_1v0", "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().get("architecture").asText()).isEqualTo("combinational");
    assertThat(emit("--target", "cnt_3v0", "--arch", "auto", "--dry-run").exitCode()).isZero();
  }

  @Test
  void anotherArchitectureIsRefused() {
    CommandRun run = emit("--target", "egfet_1v0", "--arch", "unrolled");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "hdlgen: --target egfet_1v0: found --arch unrolled beside it; expected --arch"
                + " combinational, or none: printed circuits have no registers\n");
    assertThat(folder.resolve("design")).doesNotExist();
  }

  @Test
  void designsWithAClockAreRefused() {
    assertThat(emit().exitCode()).isZero();
    CommandRun run = CommandRun.of("synth", design, "--target", "egfet_1v0");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("found a design of architecture unrolled; expected one without registers");
    assertThat(folder.resolve("design/synth")).doesNotExist();
  }

  @Test
  void synthesisLeavesTheBestCircuit() throws IOException {
    ExternalTools.need(Tool.YOSYS);
    assertThat(emit("--target", "egfet_1v0").exitCode()).isZero();
    CommandRun run = CommandRun.of("synth", design, "--objective", "power");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines().map(line -> line.split("\\s")[0]))
        .containsExactly("area", "power", "delay", "inputs", "feeds", "mapping", "files");
    assertThat(run.err()).contains("The power is that of random inputs");
    Path results = Path.of(design, "synth", "egfet_1v0");
    assertThat(results).isDirectoryContaining("glob:**/netlist.v");
    assertThat(results).isDirectoryContaining("glob:**/cells.v");
    JsonNode report = new ObjectMapper().readTree(results.resolve("report.json").toFile());
    assertThat(report.get("mappings")).hasSize(6);
    double least = Double.MAX_VALUE;
    for (JsonNode mapping : report.get("mappings")) {
      least = Math.min(least, mapping.get("staticPowerMw").asDouble());
    }
    assertThat(report.get("staticPowerMw").asDouble()).isEqualTo(least);
    assertThat(report.get("adcComparators").asInt()).isEqualTo(30);
    assertThat(report.get("batteries").get("molex").get("feeds").asBoolean()).isTrue();
    assertThat(run.out()).contains("Molex (30 mW) yes");
    GateNetlist netlist =
        GateNetlistReader.read(
            Files.readString(results.resolve("netlist.json")),
            "my_net",
            TargetCatalogue.builtIn().find("egfet_1v0").printed().orElseThrow().library(),
            "netlist.json");
    assertThat(netlist.gates()).hasSize(report.get("gates").asInt()).isNotEmpty();
    assertThat(report.get("areaCm2").asDouble())
        .isEqualTo(Math.round(netlist.areaCm2() * 1e6) / 1e6);
  }

  /** The testbench that emit writes, around the circuit of cells in the place of the Verilog. */
  @Test
  void theCircuitComputesWhatTheVerilogDoes() throws Exception {
    ExternalTools.need(Tool.YOSYS, Tool.ICARUS);
    assertThat(emit("--target", "cnt_3v0").exitCode()).isZero();
    CommandRun run = CommandRun.of("synth", design);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("converters not counted");
    Path results = Path.of(design, "synth", "cnt_3v0");
    for (String name : List.of("area", "area_deep", "nand", "leakage")) {
      Path program = folder.resolve(name);
      assertThat(
              ExternalTools.run(
                  results,
                  List.of(
                      "iverilog",
                      "-g2001",
                      "-o",
                      program.toString(),
                      "cells.v",
                      name + ".v",
                      "../../tb/my_net_tb.v")))
          .isEqualTo("exit 0\n");
      assertThat(ExternalTools.run(folder, List.of("vvp", "-n", program.toString())))
          .contains("PASS: 256 vectors");
    }
  }

  @Test
  void aLibraryOfTheUsersOwn() throws IOException {
    assertThat(emit("--target", "egfet_1v0").exitCode()).isZero();
    Path liberty = Files.writeString(folder.resolve("own.lib"), "library (l) {");
    CommandRun run = CommandRun.of("synth", design, "--liberty", liberty.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("own.lib: line 1: found the end of the file");
    run = CommandRun.of("synth", design, "--liberty", folder.resolve("none.lib").toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("none.lib: found no readable file");
  }
}
