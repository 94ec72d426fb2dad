package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hdlgen.flow.doctor.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify --netlist} on a printed circuit, sound and with a gate of another kind. */
class PrintedNetlistTest {
  private static final int FEATURES = 6;

  @TempDir static Path folder;
  private static Path design;
  private static Path netlist;
  private static String sound;

  @BeforeAll
  static void synthesize() throws IOException {
    ExternalTools.need(Tool.VERILATOR, Tool.YOSYS);
    Path network = Files.writeString(folder.resolve("net.json"), network());
    design = folder.resolve("printed");
    CommandRun emit =
        CommandRun.of(
            "emit",
            network.toString(),
            "--target",
            "egfet_1v0",
            "--count",
            "100",
            "-o",
            design.toString());
    assertThat(emit.exitCode()).as(emit.err()).isZero();
    CommandRun synth = CommandRun.of("synth", design.toString());
    assertThat(synth.exitCode()).as(synth.err()).isZero();
    netlist = design.resolve("synth/egfet_1v0/netlist.v");
    sound = Files.readString(netlist);
  }

  /** Two hidden neurons, which see more bits than can be tried out. */
  private static String network() {
    String features =
        IntStream.range(0, FEATURES)
            .mapToObj(
                i ->
                    "{\"name\": \"x"
                        + i
                        + "\", \"bits\": 4, \"encoding\": \"unsigned\", \"min\": 0, \"max\": 15,"
                        + " \"scale\": 1.0, \"offset\": 0.0, \"rounding\": \"half_even\"}")
            .collect(Collectors.joining(", "));
    return """
        {"format": "hdlgen-network", "version": 1, "name": "printed", "inputs": [%s],
         "layers": [
           {"name": "l0", "weights": [[1, -2, 4, 1, -1, 2], [-2, 4, 1, -1, 2, 1]],
            "biases": [3, -8], "activation": {"kind": "shift_relu", "drop": 3, "bits": 3}},
           {"name": "l1", "weights": [[1, -2], [-1, 2]], "biases": [0, 1],
            "activation": {"kind": "identity"}}],
         "decision": {"kind": "arg_max", "multipliers": [1, 1], "offsets": [0, 0]},
         "classNames": ["no", "yes"]}
        """
        .formatted(features);
  }

  @BeforeEach
  void repair() throws IOException {
    Files.writeString(netlist, sound);
  }

  private static CommandRun verify() {
    return CommandRun.of("verify", design.toString(), "--netlist", "--json");
  }

  @Test
  void aSoundCircuitIsSimulatedAndProven() {
    CommandRun run = verify();
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode found = run.json().get("netlist");
    assertThat(found.get("target").asText()).isEqualTo("egfet_1v0");
    assertThat(found.at("/replay/vectors").asInt()).isEqualTo(100);
    assertThat(found.at("/replay/mismatches").asInt(-1)).isZero();
    assertThat(found.at("/proof/different").asInt(-1)).isZero();
    assertThat(found.at("/proof/tested").asInt(-1)).isZero();
    assertThat(found.at("/proof/proven").asInt()).isPositive();
  }

  @Test
  void aGateOfAnotherKindIsFoundBySimulationAndByProof() throws IOException {
    String broken = sound.replaceFirst("NAND2X1", "NOR2X1");
    assertThat(broken).isNotEqualTo(sound);
    Files.writeString(netlist, broken);
    CommandRun run = verify();
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    JsonNode found = run.json().get("netlist");
    assertThat(run.json().get("mismatches").asInt(-1)).isZero();
    assertThat(found.at("/replay/mismatches").asInt()).isPositive();
    assertThat(found.at("/proof/different").asInt()).isPositive();
    assertThat(found.at("/proof/blocks").findValuesAsText("counterexample"))
        .anySatisfy(
            example -> assertThat(example).containsPattern("is [01], should be [01] for .+ = "));
  }
}
