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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedEmitTest {
  @TempDir Path folder;

  private CommandRun emit(String... options) {
    List<String> words = new ArrayList<>(List.of("emit", "--bits", "2", "--epochs", "1"));
    words.addAll(List.of(options));
    words.addAll(List.of("--count", "20", "-o", folder.resolve("design").toString()));
    return CommandRun.of(words.toArray(String[]::new));
  }

  private JsonNode file(String name) throws IOException {
    return new ObjectMapper().readTree(folder.resolve("design").resolve(name).toFile());
  }

  @Test
  void foldsByHandAsItSays() throws IOException {
    ExternalTools.need(Tool.VERILATOR, Tool.MAKE, Tool.CXX);
    CommandRun run = emit("--fold", "0=8,16", "--fold", "1=4,8", "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode json = run.json();
    assertThat(json.get("architecture").asText()).isEqualTo("folded");
    // 64 x 64, 64 x 32 and 32 x 10, the last one neuron and one input at a time.
    assertThat(json.get("layers").findValuesAsText("cycles")).containsExactly("32", "64", "320");
    assertThat(json.get("initiationInterval").asInt()).isEqualTo(320);
    JsonNode check = json.get("verification");
    assertThat(check.get("passed").asBoolean()).isTrue();
    assertThat(check.get("witnesses").toString()).contains("verilator");
    assertThat(check.get("latencyCycles").get("measured")).isEqualTo(json.get("latencyCycles"));
    assertThat(check.get("initiationInterval").get("measured").asInt()).isEqualTo(320);
    assertThat(file("options.json").get("foldings").toString())
        .isEqualTo("[{\"pe\":8,\"simd\":16},{\"pe\":4,\"simd\":8},{\"pe\":1,\"simd\":1}]");
    assertThat(file("manifest.json").get("command").asText())
        .contains("--arch folded --fold 0=8,16 --fold 1=4,8");
    assertThat(Files.readString(folder.resolve("design/pipeline.txt")))
        .contains("320 cycles between inferences");
    assertThat(file("signature.json").get("inputBeats").asInt()).isEqualTo(4);
    CommandRun verify =
        CommandRun.of("verify", folder.resolve("design").toString(), "--count", "10", "--json");
    assertThat(verify.exitCode()).as(verify.err()).isZero();
    assertThat(verify.json().get("mismatches").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "--target-fps, 1000000, 100",
    "--target-fps, 5000, 20000",
    "--max-latency-us, 3, 300",
  })
  void meetsAWish(String option, String value, int most) throws IOException {
    CommandRun run = emit(option, value, "--arch", "auto", "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().get("architecture").asText()).isEqualTo("folded");
    String measured = option.equals("--target-fps") ? "initiationInterval" : "latencyCycles";
    assertThat(run.json().get(measured).asInt()).isBetween(1, most);
    assertThat(run.json().get("verification").get("passed").asBoolean()).isTrue();
  }

  @Test
  void loadsAnotherNetworkOfTheSameShape() throws IOException {
    CommandRun run = emit("--loadable", "--target-fps", "100000", "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().get("verification").get("passed").asBoolean()).isTrue();
    assertThat(file("options.json").get("numbers").asText()).isEqualTo("loadable");
    assertThat(file("manifest.json").get("command").asText()).contains(" --loadable");
    int words = file("signature.json").get("loadable").get("words").asInt();
    Path design = folder.resolve("design");
    assertThat(design.resolve("load/digits.bin")).hasSize(4L * words);

    Path other = folder.resolve("other");
    CommandRun second =
        CommandRun.of(
            "emit",
            "--bits",
            "2",
            "--epochs",
            "1",
            "--training-seed",
            "7",
            "--arch",
            "folded",
            "--count",
            "1",
            "-o",
            other.toString());
    assertThat(second.exitCode()).as(second.err()).isZero();
    CommandRun image =
        CommandRun.of(
            "load-image",
            design.toString(),
            other.resolve("network.json").toString(),
            "-o",
            folder.resolve("image").toString());
    assertThat(image.exitCode()).as(image.err()).isZero();
    byte[] loaded = Files.readAllBytes(folder.resolve("image/digits.bin"));
    assertThat(loaded).hasSize(4 * words);
    assertThat(loaded).isNotEqualTo(Files.readAllBytes(design.resolve("load/digits.bin")));
    assertThat(folder.resolve("image/digits_load.h")).isNotEmptyFile();
    CommandRun builtIn =
        CommandRun.of(
            "load-image",
            other.toString(),
            other.resolve("network.json").toString(),
            "-o",
            folder.resolve("none").toString());
    assertThat(builtIn.exitCode()).isEqualTo(2);
    assertThat(builtIn.err()).contains("a design whose numbers are built in");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void autoUnrollsWhatFits() {
    CommandRun large = emit("--arch", "auto", "--max-luts", "20000", "--dry-run", "--json");
    assertThat(large.json().get("architecture").asText()).isEqualTo("unrolled");
    CommandRun small = emit("--arch", "auto", "--max-luts", "5000", "--dry-run", "--json");
    assertThat(small.json().get("architecture").asText()).isEqualTo("folded");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--fold 0=3,7 --fold 1=5,2 | SIMD 2 after PE 3",
        "--fold 0=65,1             | PE 65; expected 1 to 64",
        "--fold 9=1,1              | --fold: found layer 9",
        "--fold 0=1;1              | --fold: found 0=1;1; expected LAYER=PE,SIMD",
        "--fold 0=2,2 --fold 0=1,1 | layer 0 twice",
        "--fold x                  | --fold: found x; expected LAYER=PE,SIMD",
        "--target-fps 1e9          | at most 100000000",
        "--target-fps 0            | a number above 0",
        "--max-luts 5              | expected at least",
        "--max-latency-us 0.01     | expected at least",
        "--target-fps 5 --max-luts 9 | --max-luts beside it",
        "--arch unrolled --dsp no  | --arch folded",
        "--arch folded --stages 3  | --arch folded beside it",
        "--arch unrolled --loadable | --arch unrolled beside it",
        "--loadable --bus axi4-lite | --bus axi4-lite beside it",
      })
  void whatCannotBeIsToldInOneLine(String options, String told) {
    CommandRun run = emit(options.trim().split(" +"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(told);
    assertThat(run.err().strip().lines().filter(line -> line.contains(told))).hasSize(1);
    assertThat(folder.resolve("design")).doesNotExist();
  }
}
