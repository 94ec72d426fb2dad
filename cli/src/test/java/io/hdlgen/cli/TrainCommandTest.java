package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hdlgen.quantizer.train.ClassWeighting;
import io.hdlgen.quantizer.train.TrainingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code train}, and what the other commands make of its files. */
class TrainCommandTest {
  @TempDir Path folder;
  private Path data;
  private Path test;
  private Path output;

  @BeforeEach
  void makeData() throws IOException {
    data = Blobs.write(folder.resolve("train.csv"), 240, 1);
    test = Blobs.write(folder.resolve("test.csv"), 90, 2);
    output = folder.resolve("out.json");
  }

  @Test
  void whatItSaysIsWhatTheReferenceModelSays() throws IOException {
    CommandRun run =
        train("--bits", "3", "--test-data", test.toString(), "--threads", "1", "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode json = run.json();
    assertThat(json.get("rows").asInt()).isEqualTo(240);
    assertThat(json.get("classes"))
        .extracting(JsonNode::asText)
        .containsExactly("ant", "bee", "cat");
    assertThat(json.get("layers")).extracting(JsonNode::asInt).containsExactly(8, 3);
    assertThat(json.get("network").asText()).isEqualTo(output.toString());
    assertThat(json.get("seconds").asDouble()).isPositive();
    for (String part : List.of("train", "validation", "test")) {
      for (String key : List.of("accuracy", "balancedAccuracy", "floatAccuracy")) {
        assertThat(json.get(key).get(part).asDouble()).as(key + " " + part).isBetween(0.9, 1.0);
      }
    }
    assertThat(json.get("unseen").get("rows").asInt()).isEqualTo(90);
    assertThat(json.get("majorityBaseline").get("test").asDouble()).isEqualTo(1.0 / 3);

    JsonNode predicted =
        CommandRun.of("predict", output.toString(), "--data", test.toString(), "--json").json();
    assertThat(predicted.get("accuracy")).isEqualTo(json.get("accuracy").get("test"));
    JsonNode learnt =
        CommandRun.of("predict", output.toString(), "--data", data.toString(), "--json").json();
    // 216 rows to learn from, 24 to validate.
    double both =
        (216 * json.get("accuracy").get("train").asDouble()
                + 24 * json.get("accuracy").get("validation").asDouble())
            / 240;
    assertThat(learnt.get("accuracy").asDouble()).isCloseTo(both, within(1e-9));

    String first = Files.readString(output);
    assertThat(train("--bits", "3", "--threads", "3").exitCode()).isZero();
    assertThat(output).hasContent(first);
    assertThat(train("--bits", "3", "--seed", "2").exitCode()).isZero();
    assertThat(Files.readString(output)).isNotEqualTo(first);
    assertThat(folder.resolve("out.json.checkpoint")).doesNotExist();
  }

  @Test
  void aFloatModelIsTrainedFurtherQuantizedAndEmitted() throws IOException {
    assertThat(train("--activation", "hardtanh", "--test-data", test.toString()).out())
        .contains(
            "train: 3 features", "8-3 neurons", "training", "validation", "test", output.toString())
        .doesNotContain("as float");
    assertThat(Files.readString(output)).contains("\"hdlgen-model\"", "\"bee\"");
    Path integers = folder.resolve("integers.json");
    String[] both = {"--data", data.toString(), "--test-data", test.toString(), "--json"};

    JsonNode trained =
        run(
            "train",
            both,
            "--float-model",
            output.toString(),
            "--bits",
            "1",
            "-o",
            integers.toString());
    assertThat(trained.get("accuracy").get("test").asDouble()).isGreaterThan(0.6);
    JsonNode rounded =
        run("quantize", both, output.toString(), "--bits", "6", "-o", integers.toString());
    assertThat(rounded.get("accuracy").get("quantized").asDouble()).isGreaterThan(0.9);
    assertThat(rounded.get("accuracy").get("learnt").asBoolean()).isFalse();
    assertThat(rounded.get("rows").asInt()).isEqualTo(240);
    assertThat(Files.readString(integers)).contains("\"bee\"");

    Path design = folder.resolve("design");
    JsonNode emitted =
        run(
            "emit",
            both,
            output.toString(),
            "--weights",
            "ternary",
            "--act-bits",
            "2",
            "-o",
            design.toString());
    assertThat(emitted.get("accuracy").get("quantized").asDouble()).isGreaterThan(0.75);
    assertThat(Files.readString(design.resolve("manifest.json")))
        .contains(
            "\"hdlgen emit out.json --act-bits 2 --weights ternary --data train.csv --test-data"
                + " test.csv\"")
        .contains("\"test.csv\": ");
    assertThat(Files.readString(design.resolve("network.json"))).contains("\"bee\"");
  }

  @Test
  void withoutLabelsOrWithManyBitsEmitOnlyRounds() throws IOException {
    assertThat(train().exitCode()).isZero();
    Path features = folder.resolve("features.csv");
    Files.writeString(features, Files.readString(data).replaceAll(",[a-z]+\n", "\n"));
    CommandRun unlabelled =
        CommandRun.of(
            "emit", output.toString(), "--bits", "4", "--data", features.toString(), "--dry-run");
    assertThat(unlabelled.exitCode()).as(unlabelled.err()).isZero();
    assertThat(unlabelled.err()).contains("features.csv has no labels: the model was rounded");
    CommandRun many =
        CommandRun.of(
            "emit",
            output.toString(),
            "--bits",
            "8",
            "--weight-bits",
            "12",
            "--data",
            data.toString(),
            "--dry-run");
    assertThat(many.exitCode()).as(many.err()).isZero();
    assertThat(many.err()).contains("Weights have more than 8 bits: the model was rounded");
    assertThat(many.out()).contains("\ntrain.csv, learnt from   240 ", "95 % interval");
  }

  @Test
  void tellsOfTestRowsThatAreOldOrScaledOtherwise() throws IOException {
    CommandRun old = train("--test-data", data.toString(), "--json");
    assertThat(old.err())
        .contains("240 of 240 rows of ")
        .contains(" have the features of a row that was trained on");
    assertThat(old.json().get("unseen").get("rows").asInt()).isZero();
    assertThat(old.json().get("unseen").get("accuracy").isNull()).isTrue();
    Path small = folder.resolve("small.csv");
    Files.writeString(small, "width,height,constant,kind\n0.01,0.02,0.0,ant\n");
    assertThat(train("--test-data", small.toString()).err())
        .contains("The values of small.csv go to 0.02000, those of train.csv to ")
        .contains("are both scaled alike?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--weights pow2-3 --act-bits 3 | [-4 -2 -1 0 1 2 4]",
        "--weights ternary --act-bits 4 --activation tanh | [-1 0 1]",
        "--bits 1 --activation sign | [-1 1]",
        "--layer-bits 4,2 --activation sigmoid | [-8 -7 -6 -5 -4 -3 -2 -1 0 1 2 3 4 5 6 7]"
      })
  void formatsAreKept(String options, String levels) throws IOException {
    CommandRun run = train(options.split(" "));
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode network = new ObjectMapper().readTree(output.toFile());
    List<String> allowed = List.of(levels.replaceAll("[\\[\\]]", "").split(" "));
    network
        .get("layers")
        .get(0)
        .get("weights")
        .forEach(row -> assertThat(row).extracting(JsonNode::asText).isSubsetOf(allowed));
  }

  @Test
  void learningOptionsReachTheTrainer() {
    assertThat(learning()).isEqualTo(TrainingOptions.DEFAULT);
    assertThat(learning("--no-batch-norm").batchNorm()).isFalse();
    assertThat(learning("--batch-norm").batchNorm()).isTrue();
    assertThat(
            learning(
                "--epochs=1 --batch=2 --learning-rate=0.3 --weight-decay=0.4 --no-batch-norm"
                    + " --class-weights=root --label-smoothing=0.5 --validation=0.25 --patience=6"
                    + " --l1=0.7 --sparsity=0.8 --fan-in=9 --distillation=0.1 --damping=0.6"))
        .isEqualTo(
            new TrainingOptions(
                1,
                2,
                0.3,
                0.4,
                false,
                ClassWeighting.ROOT,
                0.5,
                0.25,
                6,
                0.7,
                0.8,
                9,
                0.1,
                0.6,
                TrainingOptions.DEFAULT.seed(),
                TrainingOptions.DEFAULT.threads()));
  }

  private static TrainingOptions learning(String... options) {
    LearningOptions mixin = new LearningOptions();
    String[] words = String.join(" ", options).isEmpty() ? new String[0] : options[0].split(" ");
    new CommandLine(CommandSpec.create().addMixin("m", CommandSpec.forAnnotatedObject(mixin)))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(words);
    return mixin.options(TrainingOptions.DEFAULT.seed(), TrainingOptions.DEFAULT.threads());
  }

  private CommandRun train(String... options) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "train",
                "--data",
                data.toString(),
                "--hidden",
                "8",
                "--epochs",
                "40",
                "-o",
                output.toString()));
    all.addAll(List.of(options));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private static JsonNode run(String command, String[] some, String... others) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of(some));
    all.addAll(List.of(others));
    CommandRun run = CommandRun.of(all.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.json();
  }
}
