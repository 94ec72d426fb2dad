package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hdlgen.flow.doctor.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A decision tree over the levels of thermometers, by commands. */
class ThermometerTreeTest {
  private static final Path CONFORMANCE =
      Path.of(System.getProperty("project.root", ".."), "testbenches/conformance");

  @TempDir Path folder;
  private String network;
  private String design;

  @BeforeEach
  void place() {
    network = CONFORMANCE.resolve("18-thermometer-tree/network.json").toString();
    design = folder.resolve("tree").toString();
  }

  @Test
  void printsAComparatorForEachLevelThatIsRead() throws IOException {
    ExternalTools.need(Tool.YOSYS, Tool.VERILATOR);
    CommandRun emit = CommandRun.of("emit", network, "-o", design, "--target", "egfet_1v0");
    assertThat(emit.exitCode()).as(emit.err()).isZero();
    String tree = Files.readString(Path.of(design, "rtl/network_decision.v"));
    assertThat(tree).contains("// node_2: if l0_n1 (a_ge_11) then class 2 \"r\" else node_3");
    CommandRun synth = CommandRun.of("synth", design);
    assertThat(synth.exitCode()).as(synth.err()).isZero();
    JsonNode report =
        new ObjectMapper().readTree(Path.of(design, "synth/egfet_1v0/report.json").toFile());
    assertThat(report.get("adcComparators").asInt()).isEqualTo(5);
    assertThat(report.get("adcOrGates").asInt()).isZero();
    CommandRun verify = CommandRun.of("verify", design, "--netlist", "--json");
    assertThat(verify.exitCode()).as(verify.err()).isZero();
    assertThat(verify.json().toString()).contains("\"different\":0");
  }

  @Test
  void whatCannotBeIsRefusedInOneLine() {
    refused("--arch folded: found a decision by a table or a diagram", "--arch", "folded");
    refused(
        "--outputs: found scores, of a network that gives a class alone", "--outputs", "scores");
    refused("--outputs: found both, of a network that gives a class alone", "--outputs", "both");
    refused("--bus axi4-lite: found thermometer features", "--bus", "axi4-lite");
    CommandRun run = CommandRun.of("emit", network, "-o", design, "--arch", "auto", "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().get("architecture").asText()).isEqualTo("unrolled");
  }

  @Test
  void thereAreNoScoresToPredict() throws IOException {
    Path rows = Files.writeString(folder.resolve("rows.csv"), "a,b\n3,1\n12,2\n");
    CommandRun run = CommandRun.of("predict", network, "--data", rows.toString(), "--scores");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "hdlgen: --scores: found a network that gives a class alone; expected one with scores,"
                + " or no --scores\n");
    assertThat(run.out()).isEmpty();
  }

  private void refused(String message, String option, String value) {
    CommandRun run = CommandRun.of("emit", network, "-o", design, option, value);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("hdlgen: " + message).hasLineCount(1);
  }
}
