package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.hdlgen.flow.doctor.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published models through all commands, where they are at hand. */
class SharedModelsAcceptanceTest {
  private static final String IMAGES = "data/mnist/t10k-images-idx3-ubyte.gz";
  private static final String LOGITS = "_t10k_logits_int.csv";
  private static final String LABELS = "data/mnist/t10k-labels-idx1-ubyte.gz";

  @TempDir Path folder;
  private Path design;

  @BeforeEach
  void chooseTheDesign() {
    design = folder.resolve("design");
  }

  @ParameterizedTest
  @CsvSource({"TFC_2W2A, 0.9660", "TFC_1W1A, 0.9296"})
  void theMnistNetworks(String model, double accuracy) throws Exception {
    String images = shared(IMAGES);
    String top = emit(model).json().get("top").asText();
    CommandRun verify = CommandRun.of("verify", design.toString(), "--data", images, "--json");
    assertVerified(verify);

    List<String> golden = Files.readAllLines(Path.of(shared("golden/" + model + LOGITS)));
    CommandRun predict = CommandRun.of("predict", design.toString(), "--data", images, "--scores");
    assertThat(predict.exitCode()).as(predict.err()).isZero();
    List<String> lines = predict.out().lines().toList();
    assertThat(lines.get(0)).startsWith("class,score_0,").endsWith(",score_9");
    assertThat(lines.stream().skip(1).map(line -> line.substring(line.indexOf(',') + 1)))
        .containsExactlyElementsOf(golden);

    JsonNode quality =
        CommandRun.of(
                "predict",
                design.toString(),
                "--data",
                images,
                "--labels",
                shared(LABELS),
                "--json")
            .json();
    assertThat(quality.get("rows").asInt()).isEqualTo(10_000);
    assertThat(quality.get("accuracy").asDouble()).isCloseTo(accuracy, within(1e-9));
    ExternalTools.assertClean(design, top);
  }

  /** Bytes of an array are divided by 255 as those of the IDX files are. */
  @Test
  void imagesInAnArray() {
    CommandRun run =
        CommandRun.of(
            "emit",
            shared("models/qonnx/TFC_2W2A.onnx"),
            "--data",
            shared("data/mnist/cazala_mnist_10k.npz"),
            "--dry-run",
            "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().get("accuracy").get("quantized").asDouble()).isGreaterThan(0.96);
    assertThat(run.err()).doesNotContain("scaled alike");
  }

  @Test
  void jetTagging() throws Exception {
    CommandRun emit = emit("qkeras_jettagging");
    // It has no input quantizer: the codes that were assumed are said.
    assertThat(emit.json().get("notes").toString()).contains("16", "--input-bits");
    CommandRun verify = CommandRun.of("verify", design.toString(), "--count", "10000", "--json");
    assertVerified(verify);
    ExternalTools.assertClean(design, emit.json().get("top").asText());
  }

  private CommandRun emit(String model) {
    String file = shared("models/qonnx/" + model + ".onnx");
    ExternalTools.need(Tool.VERILATOR, Tool.MAKE, Tool.CXX, Tool.ICARUS, Tool.YOSYS);
    CommandRun run =
        CommandRun.of(
            "emit",
            file,
            "--arch",
            "unrolled",
            "--outputs",
            "both",
            "-o",
            design.toString(),
            "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().get("verification").get("mismatches").asInt()).isZero();
    return run;
  }

  private static void assertVerified(CommandRun verify) {
    assertThat(verify.exitCode()).as(verify.err()).isZero();
    JsonNode json = verify.json();
    assertThat(json.get("vectors").asInt()).isEqualTo(10_000);
    assertThat(json.get("mismatches").asInt()).isZero();
    assertThat(json.get("cyclesCompared").asInt()).isGreaterThan(10_000);
    assertThat(json.get("witnesses").toString()).contains("reference", "java", "verilator");
    for (String key : List.of("latencyCycles", "initiationInterval")) {
      assertThat(json.get(key).get("predicted").asInt()).isPositive();
      assertThat(json.get(key).get("measured")).isEqualTo(json.get(key).get("predicted"));
    }
  }

  private static String shared(String name) {
    Path file =
        Path.of(System.getProperty("project.root", "..")).resolve("../shared").resolve(name);
    assumeTrue(Files.exists(file), "skipped: no " + name + " in ../shared");
    return file.toString();
  }
}
