package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hdlgen.flow.doctor.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built-in example: clean, verified, and found out where one constant is changed. */
class ExampleAcceptanceTest {
  @TempDir static Path folder;

  private static Path design;
  private static CommandRun emit;

  @BeforeAll
  static void emitTheExample() {
    design = folder.resolve("digits");
    // With scores, every changed value shows; the class alone hides many.
    emit =
        CommandRun.of(
            "emit", "--bits", "2", "--outputs", "both", "-o", design.toString(), "--json");
  }

  @Test
  void isVerifiedAndAccurate() {
    assertThat(emit.exitCode()).as(emit.err()).isZero();
    JsonNode json = emit.json();
    assertThat(json.get("verification").get("vectors").asInt()).isEqualTo(1000);
    assertThat(json.get("verification").get("mismatches").asInt()).isZero();
    double loss =
        json.get("accuracy").get("float").asDouble()
            - json.get("accuracy").get("quantized").asDouble();
    assertThat(json.get("accuracy").get("quantized").asDouble()).isGreaterThan(0.95);
    assertThat(loss).isLessThan(0.015);
  }

  @Test
  void everyToolReadsItWithoutAWord() throws Exception {
    ExternalTools.assertClean(design, "digits");
    Path plain = folder.resolve("plain");
    assertThat(CommandRun.of("emit", "--bits", "2", "--ptq", "-o", plain.toString()).exitCode())
        .isZero();
    ExternalTools.assertClean(plain, "digits");
  }

  @Test
  void itsTestbenchPassesAndFailsWhereTheClassIsChanged() throws Exception {
    ExternalTools.need(Tool.ICARUS);
    Path copy = copy("testbench");
    assertThat(ExternalTools.compileTestbench(copy, "digits")).isEqualTo("exit 0\n");
    assertThat(ExternalTools.runTestbench(copy)).isEqualTo("PASS: 256 vectors\nexit 0\n");
    changeTheClass(copy);
    assertThat(ExternalTools.compileTestbench(copy, "digits")).isEqualTo("exit 0\n");
    assertThat(ExternalTools.runTestbench(copy))
        .containsPattern("FAIL: vector \\d+ gives 0x\\w+, expected 0x\\w+\n")
        .doesNotContain("PASS");
  }

  @Test
  void aChangedConstantIsTracedToItsNeuron() throws Exception {
    ExternalTools.need(Tool.VERILATOR, Tool.MAKE, Tool.CXX);
    Path copy = copy("verify");
    assertThat(CommandRun.of("verify", copy.toString(), "--json").exitCode()).isZero();
    int neuron = changeAConstant(copy);

    CommandRun run = CommandRun.of("verify", copy.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("Changed since emit wrote them: rtl/digits_l1.v\n")
        .containsPattern(
            "first differs in layer 1 neuron %d \\([^\\n]*, cycle \\d+: found 0x\\w+, expected 0x"
                .formatted(neuron));
    assertThat(run.out()).containsPattern("differ at cycle \\d+");
    Matcher place = Pattern.compile("What repeats the mismatch lies in (.*)\n").matcher(run.err());
    assertThat(place.find()).isTrue();
    assertThat(Path.of(place.group(1)))
        .hasParent(folder.resolve("verify"))
        .isDirectoryContaining("glob:**/README.md")
        .isDirectoryContaining("glob:**/stimulus.bin")
        .isDirectoryContaining("glob:**/rtl");

    CommandRun again = CommandRun.of("verify", copy.toString(), "--json");
    assertThat(again.exitCode()).isEqualTo(1);
    JsonNode json = again.json();
    assertThat(json.get("mismatches").asInt()).isPositive();
    assertThat(json.get("firstMismatch").asText()).contains("cycle");
    assertThat(json.get("notes").toString()).contains("layer 1 neuron " + neuron + " (");
  }

  /** A copy of the design in a folder of its own. */
  private static Path copy(String name) throws IOException {
    Path copy = Files.createDirectory(folder.resolve(name)).resolve("digits");
    try (Stream<Path> files = Files.walk(design)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(design.relativize(file)));
      }
    }
    return copy;
  }

  /** Adds to the score of one class what makes it the greatest of all. */
  private static void changeTheClass(Path design) throws IOException {
    Path rtl = design.resolve("rtl/digits_decision.v");
    String text = Files.readString(rtl);
    Matcher offset =
        Pattern.compile("(wire \\[\\d+:0\\] score_\\d+ = [^\\n]* )[+-] (\\d+)'d\\d+;")
            .matcher(text);
    assertThat(offset.find()).isTrue();
    int half = 1 << (Integer.parseInt(offset.group(2)) - 2);
    Files.writeString(
        rtl, offset.replaceFirst(offset.group(1) + "+ " + offset.group(2) + "'d" + half + ";"));
  }

  /** Gives one threshold of a hidden neuron the other sign; returns the neuron. */
  private static int changeAConstant(Path design) throws IOException {
    Path rtl = design.resolve("rtl/digits_l1.v");
    String text = Files.readString(rtl);
    Matcher threshold =
        Pattern.compile("wire l1_n(\\d+)_ge\\w* = [^\\n]* >= (-?)\\d+'sd[1-9]\\d+;").matcher(text);
    assertThat(threshold.find()).isTrue();
    String sign = threshold.group(2).isEmpty() ? "-" : "";
    Files.writeString(
        rtl, text.substring(0, threshold.start(2)) + sign + text.substring(threshold.end(2)));
    return Integer.parseInt(threshold.group(1));
  }
}
