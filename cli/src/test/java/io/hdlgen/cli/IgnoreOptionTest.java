package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table with a column that is left out gives what the table without it gives. */
class IgnoreOptionTest {
  @TempDir Path folder;
  private Path plain;
  private Path test;
  private Path data;

  @BeforeEach
  void makeData() throws IOException {
    plain = Blobs.write(folder.resolve("plain.csv"), 90, 1);
    test = Blobs.write(folder.resolve("test.csv"), 30, 2);
    List<String> lines = Files.readAllLines(plain);
    List<String> wider = new ArrayList<>();
    for (int r = 0; r < lines.size(); r++) {
      wider.add((r == 0 ? "X1,day," : 1000 + r + ",monday,") + lines.get(r));
    }
    data = Files.write(folder.resolve("data.csv"), wider);
  }

  @Test
  void trainAndPredict() throws IOException {
    String expected = trained(plain, "--test-data", test.toString());
    assertThat(trained(data, "--ignore", "X1,day", "--test-data", test.toString()))
        .isEqualTo(expected);
    assertThat(trained(data, "--ignore", "-5,-6", "--test-data", data.toString()))
        .isEqualTo(expected);
    String network = folder.resolve("plain.json").toString();
    CommandRun run =
        CommandRun.of("predict", network, "--data", data.toString(), "--ignore", "X1,day");
    assertThat(run.exitCode()).as(run.err()).isZero();
    refused("no column \"z\" to ignore", "predict", network, "--ignore", "z");
    refused("of the feature \"width\"", "predict", network, "--ignore", "width");
    CommandRun both =
        CommandRun.of(
            "predict",
            network,
            "--data",
            test.toString(),
            "--train-data",
            data.toString(),
            "--ignore",
            "X1,day");
    assertThat(both.err()).contains("unseen");
  }

  @Test
  void emitQuantizeAndVerify() throws IOException {
    Path model = folder.resolve("model.json");
    CommandRun real =
        CommandRun.of(
            "train",
            "--data",
            plain.toString(),
            "--hidden",
            "4",
            "--epochs",
            "3",
            "-o",
            "" + model);
    assertThat(real.exitCode()).as(real.err()).isZero();
    String[] ignore = {"--data", data.toString(), "--ignore", "X1,day"};
    Path design = folder.resolve("design");
    CommandRun emitted =
        run(ignore, "emit", "" + model, "--ptq", "--test-data", "" + test, "-o", "" + design);
    assertThat(emitted.exitCode()).as(emitted.err()).isZero();
    assertThat(
            new ObjectMapper()
                .readTree(design.resolve("manifest.json").toFile())
                .findValuesAsText("command"))
        .singleElement()
        .asString()
        .contains("--data data.csv --ignore X1,day --test-data test.csv");
    assertThat(run(ignore, "verify", "" + design).exitCode()).isZero();
    String output = folder.resolve("q.json").toString();
    assertThat(run(ignore, "quantize", "" + model, "-o", output).exitCode()).isZero();
    refused("no column \"z\" to ignore", "verify", "" + design, "--ignore", "z");
    refused("no column \"z\" to ignore", "emit", "" + model, "--ptq", "--ignore", "z");
  }

  @Test
  void whatCannotBeIgnored() {
    refused(
        "found no column \"z\" to ignore; expected one of X1, day, width, height, constant, kind,",
        "train",
        "--ignore",
        "z");
    refused("--ignore of the label column \"kind\"", "train", "--ignore", "5", "--label", "kind");
    refused("expected --label COLUMN, too", "train", "--ignore", "X1,kind");
    refused("no column that is not ignored", "train", "--ignore", "0,1,2,3,4,5");
    refused("--ignore: found \"X1,\"", "train", "--ignore", "X1,");
    refused("--ignore day leaves the column out", "train", "--ignore", "X1");
    CommandRun alone = CommandRun.of("emit", "--ignore", "X1");
    assertThat(alone.exitCode()).isEqualTo(2);
    assertThat(alone.err()).contains("--ignore: found no --data").hasLineCount(1);
  }

  @Test
  void aNumberOfTheSampleIsTold() {
    String[] ignore = {"--data", data.toString(), "--ignore", "day"};
    Path model = folder.resolve("model.json");
    CommandRun run = run(ignore, "train", "--hidden", "4", "--epochs", "3", "-o", "" + model);
    assertThat(run.err())
        .contains(
            "X1 is different in every row: a number of the sample? --ignore X1 leaves it out\n");
    assertThat(run(ignore, "emit", "" + model, "--ptq", "--dry-run").err())
        .contains("X1 is different in every row: a number of the sample? A model");
  }

  private String trained(Path table, String... options) throws IOException {
    Path output = folder.resolve("plain.json");
    List<String> all = new ArrayList<>(List.of("train", "--bits", "3", "--hidden", "4"));
    all.addAll(List.of("--epochs", "3", "--data", table.toString(), "-o", output.toString()));
    all.addAll(List.of(options));
    CommandRun run = CommandRun.of(all.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain("number of the sample");
    return Files.readString(output).replaceFirst("\"name\" *: *\"[a-z]*\"", "");
  }

  private static CommandRun run(String[] more, String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of(more));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private void refused(String message, String... command) {
    CommandRun run = run(new String[] {"--data", data.toString()}, command);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(message).hasLineCount(1);
  }
}
