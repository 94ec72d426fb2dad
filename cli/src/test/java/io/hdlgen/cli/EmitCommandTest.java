package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hdlgen.flow.doctor.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmitCommandTest {
  @TempDir Path folder;

  @Test
  void emitsPredictsAndRepeatsItself() throws IOException {
    Path design = folder.resolve("design");
    CommandRun run = emit(design, "--outputs", "both", "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode json = run.json();
    assertThat(json.get("top").asText()).isEqualTo("my_net");
    assertThat(json.get("architecture").asText()).isEqualTo("unrolled");
    assertThat(json.get("initiationInterval").asInt()).isEqualTo(1);
    assertThat(json.get("accuracy").isNull()).isTrue();
    assertThat(json.get("verification").get("mismatches").asInt()).isZero();
    assertThat(json.get("verification").get("latencyCycles").get("measured"))
        .isEqualTo(json.get("latencyCycles"));
    Map<String, String> first = contents(design);
    assertThat(first.keySet())
        .contains("network.json", "options.json", "netlist.txt", "signature.json", "metrics.json")
        .contains(
            "verification.json", "manifest.json", "rtl/my_net.v", "tb/my_net_tb.v", "c/my_net.h");
    assertThat(first.get("manifest.json")).contains("\"hdlgen emit 'my net.json' --outputs both\"");
    assertThat(first.values())
        .allSatisfy(text -> assertThat(text).doesNotContain(folder.toString()));
    assertThat(emit(design, "--outputs", "both").exitCode()).isZero();
    assertThat(contents(design)).isEqualTo(first);
    Path data = Files.writeString(folder.resolve("data.csv"), "a,b,y\n3,1,no\n-8,7,yes\n0,1,no\n");
    CommandRun predict =
        CommandRun.of("predict", design.toString(), "--data", data.toString(), "--scores");
    assertThat(predict.out()).isEqualTo("class,score_0,score_1\nno,2,1\nyes,-21,7\nyes,-1,1\n");
    JsonNode quality =
        CommandRun.of("predict", design.toString(), "--data", data.toString(), "--json").json();
    assertThat(quality.get("rows").asInt()).isEqualTo(3);
    assertThat(quality.get("accuracy").asDouble()).isEqualTo(2.0 / 3);
    assertThat(quality.get("balancedAccuracy").asDouble()).isEqualTo(0.75);
    assertThat(quality.get("perClass").get(0).get("falseNegativeRate").asDouble()).isEqualTo(0.5);
  }

  @Test
  void theManifestHasTheWeightsBesideTheModel() throws IOException {
    Path model = new DamagedModels(folder).external();
    Path design = folder.resolve("design");
    Path data = Path.of(System.getProperty("project.root", "..")).resolve("examples/digits");
    CommandRun run =
        CommandRun.of(
            "emit",
            model.toString(),
            "--bits",
            "4",
            "--ptq",
            "--data",
            data.resolve("test.csv").toString(),
            "--arch",
            "combinational",
            "--count",
            "10",
            "-o",
            design.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode inputs = new ObjectMapper().readTree(design.resolve("manifest.json").toFile());
    assertThat(inputs.get("inputs").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("external.onnx", "test.csv", "weights.data");
  }

  @Test
  void aChangedConstantIsFoundAndTraced() throws IOException {
    ExternalTools.need(Tool.VERILATOR, Tool.MAKE, Tool.CXX);
    Path design = folder.resolve("design");
    assertThat(emit(design, "--outputs", "both").exitCode()).isZero();
    assertThat(CommandRun.of("verify", design.toString(), "--count", "50").exitCode()).isZero();
    Path rtl = design.resolve("rtl/my_net_l0.v");
    String text = Files.readString(rtl);
    String changed = text.replaceFirst("= (.*) - ", "= $1 + ");
    assertThat(changed).isNotEqualTo(text);
    Files.writeString(rtl, changed);
    CommandRun run = CommandRun.of("verify", design.toString(), "--count", "50", "--json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.json().get("mismatches").asInt()).isPositive();
    assertThat(run.json().get("firstMismatch").asText()).contains("cycle");
    assertThat(run.err())
        .contains(
            "Changed since emit wrote them: rtl/my_net_l0.v",
            "first differs in",
            "neuron 0",
            "design-mismatch-");
    assertThat(Files.readString(design.resolve("verification.json"))).contains("\"passed\": false");
  }

  @Test
  void tellsOfDataThatAreNotThoseOfTheNetwork() throws IOException {
    Path data = folder.resolve("data.csv");
    Files.writeString(data, "a,b,y\n" + "0.5,-0.2,yes\n".repeat(30));
    CommandRun run = emit(folder.resolve("design"), "--data", data.toString(), "--dry-run");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("The values of data.csv go to 0.5000, the inputs of the network to 8.000")
        .contains("The accuracy is below that of always guessing the most frequent class");
  }

  /** What was trained with it is better than what was read. */
  @Test
  void tellsOfAFloatModelThatKnowsOtherData() throws IOException {
    Path data = folder.resolve("data.csv");
    Files.writeString(data, "a,b,y\n" + "1,9,no\n8,1,yes\n".repeat(20));
    Path model = folder.resolve("model.json");
    String[] train = {"train", "--data", data.toString(), "--hidden", "none", "--epochs", "50"};
    List<String> all = new ArrayList<>(List.of(train));
    all.addAll(List.of("-o", model.toString()));
    assertThat(CommandRun.of(all.toArray(String[]::new)).exitCode()).isZero();
    Files.writeString(data, "a,b,y\n" + "1,9,yes\n8,1,no\n".repeat(20));
    CommandRun run =
        CommandRun.of(
            "emit", model.toString(), "--bits", "8", "--data", data.toString(), "--dry-run");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("The accuracy of the model of real numbers is below that of");
  }

  @Test
  void aDryRunWritesNothing() throws IOException {
    Path design = folder.resolve("design");
    CommandRun run = emit(design, "--dry-run", "--arch", "combinational", "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().get("design").isNull()).isTrue();
    assertThat(run.json().get("initiationInterval").isNull()).isTrue();
    assertThat(design).doesNotExist();
  }

  @Test
  void wrongInputIsOneLineAndLeavesNothing() throws IOException {
    Path design = folder.resolve("design");
    Path garbage = Files.writeString(folder.resolve("garbage.onnx"), "\u0001garbage");
    Path mine = Files.createDirectory(folder.resolve("mine"));
    List<List<String>> wrong =
        List.of(
            List.of(garbage.toString()),
            List.of(folder.resolve("none.onnx").toString()),
            List.of(network(), "--bits", "2"),
            List.of(network(), "--bits", "99"),
            List.of(network(), "--target", "moon"),
            List.of(network(), "--top", "module"),
            List.of(network(), "--clock-mhz", "NaN"),
            List.of(network(), "--stages", "0"),
            List.of(network(), "--count", "0"),
            List.of(network(), "--label", "y"),
            List.of("--data", "x.csv"),
            List.of(network(), "--data", folder.resolve("none.csv").toString()));
    for (List<String> arguments : wrong) {
      List<String> all = new ArrayList<>(List.of("emit", "-o", design.toString()));
      all.addAll(arguments);
      CommandRun run = CommandRun.of(all.toArray(String[]::new));
      assertThat(run.exitCode()).as(arguments + run.err()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith("hdlgen: ").hasLineCount(1);
      assertThat(design).doesNotExist();
    }
    assertThat(emit(mine).exitCode()).isEqualTo(2);
    assertThat(mine).isEmptyDirectory();
    assertThat(emit(garbage.resolve("below")).exitCode()).isEqualTo(74);
  }

  private CommandRun emit(Path design, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("emit", network(), "-o", design.toString()));
    arguments.addAll(List.of(options));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private String network() throws IOException {
    return TinyNetwork.write(folder).toString();
  }

  private static Map<String, String> contents(Path design) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(design)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(design.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
