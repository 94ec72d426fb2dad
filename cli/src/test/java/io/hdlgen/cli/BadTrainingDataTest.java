package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nothing can be learnt from ends with one line, exit code 2, and no file. */
class BadTrainingDataTest {
  private static final String GOOD = "a,b,y\n1,2,no\n3,4,yes\n5,6,no\n7,8,yes\n";

  @TempDir Path folder;
  @TempDir Path inputs;

  @Test
  void badTables() throws IOException {
    refused(GOOD.replace("3,4", ",4"), "data.csv:3");
    refused(GOOD.replace("3,4", "?,4"), "data.csv:3");
    refused(GOOD.replace("3,4", "NaN,4"), "data.csv:3");
    refused(GOOD.replace("3,4,yes", "3,4,"), "data.csv:3");
    refused(GOOD.replace("3,4,", "3,"), "data.csv:3: found 2 cells; expected 3");
    refused(GOOD.replace("yes", "no"), "found the one class \"no\" in all rows; expected at least");
    refused(GOOD.replace("yes", "1.5").replace("no", "2.25"), "--label right? hdlgen does not do");
    refused("a,b,y\n1,2,p\n3,4,q\n5,6,r\n", "found 3 classes in 3 rows; expected at least two");
    refused("", "found an empty file");
    refused(GOOD.replace("3,4", "3,-1e101"), "data.csv:3, b: found -1.0E101; expected a number of");
  }

  @Test
  void badOptions() throws IOException {
    refused(GOOD, "no column \"z\"", "--label", "z");
    refused(GOOD, "--bits: found 12; expected 1 to 8", "--bits", "12");
    refused(GOOD, "--bits: found 0; expected 1 to 8", "--bits", "0");
    refused(GOOD, "weights of the format int9; expected at most 8 bits", "--weight-bits", "9");
    refused(GOOD, "--layer-bits: found 2 entries; expected 3", "--layer-bits", "2,2");
    refused(GOOD, "--layer-bits: found --bits", "--layer-bits", "2,2,2", "--bits", "2");
    refused(GOOD, "--layer-bits: found \"x\"", "--layer-bits", "2,x,2");
    refused(GOOD, "found \"int17\"; expected int2 to int16", "--weights", "int17");
    refused(GOOD, "sign, and no bits", "--activation", "sign");
    refused(GOOD, "--hidden: found 0; expected 1 to", "--hidden", "4,0");
    refused(GOOD, "--hidden: found \"4,,2\"", "--hidden", "4,,2");
    String widest = String.join(",", Collections.nCopies(32, "16384"));
    refused(GOOD, "weights in all; expected at most", "--hidden", widest);
    refused(GOOD, "epochs: found 0", "--epochs", "0");
    refused(GOOD, "input bits: found 17; expected 1 to 16", "--bits", "2", "--input-bits", "17");
    refused(GOOD, "options for input codes, and no bits", "--input-bits", "4");
    refused(GOOD, "no --test-data", "--test-labels", "x");
    refused(GOOD, "one of them: the layers are", "--float-model", "x", "--hidden", "3");
    refused(GOOD, "no such file", "--float-model", "x", "--bits", "3");
    refused(GOOD, "nothing to be trained", "--float-model", "x");
    String network = TinyNetwork.write(inputs).toString();
    refused(GOOD, "a quantized model", "--float-model", network, "--bits", "3");
  }

  @Test
  void stepsThatAreTooLong() throws IOException {
    String[] wild = {"--learning-rate", "10", "--weight-decay", "10"};
    refused(GOOD, "weights that grew beyond all numbers in epoch", wild);
    String data = Files.writeString(inputs.resolve("data.csv"), GOOD).toString();
    String model = inputs.resolve("model.json").toString();
    assertThat(CommandRun.of("train", "--data", data, "-o", model).exitCode()).isZero();
    List<String> more = new ArrayList<>(List.of(wild));
    more.addAll(List.of("--float-model", model, "--bits", "4"));
    refused(GOOD, "a lower learning rate", more.toArray(String[]::new));
  }

  @Test
  void badTestData() throws IOException {
    Path test = inputs.resolve("test.csv");
    Files.writeString(test, "a,b,y\n1,2,maybe\n");
    refused(GOOD, "the labels maybe, which are no class", "--test-data", test.toString());
    // As many classes as those learnt, but others.
    String numbers = GOOD.replace("no", "0").replace("yes", "1");
    Files.writeString(test, GOOD);
    refused(numbers, "the labels no, yes, which are no class", "--test-data", test.toString());
    Files.writeString(test, "a,c,d,y\n1,2,3,no\n");
    refused(GOOD, "3 feature columns; expected 2", "--test-data", test.toString());
    Files.writeString(test, "a,b\n1,2\n");
    refused(GOOD, "test.csv: found no labels", "--test-data", test.toString());
  }

  @Test
  void testLabelsOfOtherClassesThanThoseLearntByEmit() throws IOException {
    String numbers = GOOD.replace("no", "0").replace("yes", "1");
    String data = Files.writeString(inputs.resolve("data.csv"), numbers).toString();
    String test = Files.writeString(inputs.resolve("test.csv"), GOOD).toString();
    String model = inputs.resolve("model.json").toString();
    assertThat(CommandRun.of("train", "--data", data, "-o", model).exitCode()).isZero();
    assertOneLine(
        CommandRun.of(
            "emit", model, "--bits", "2", "--data", data, "--test-data", test, "--dry-run"),
        "the labels no, yes, which are no class");
  }

  @Test
  void tellsOfValuesThatSpoilTheOthers() throws IOException {
    Path data = inputs.resolve("data.csv");
    Files.writeString(data, "a,b,y\n" + GOOD.substring(6).repeat(5) + "9,1e30,no\n");
    String output = inputs.resolve("net.json").toString();
    CommandRun run = CommandRun.of("train", "--data", data.toString(), "--bits", "2", "-o", output);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("Nearly all values of b, though different, become one code")
        .contains("limit those, or leave their rows out");
  }

  /** The labels have the name that they have among the samples, wherever they stand. */
  @Test
  void testDataInAnotherOrder() throws IOException {
    Path data = Files.writeString(inputs.resolve("data.csv"), GOOD);
    Path test = Files.writeString(inputs.resolve("test.csv"), "y,b,a\nno,2,1\nyes,8,7\n");
    Path output = inputs.resolve("model.json");
    CommandRun trained =
        CommandRun.of(
            "train",
            "--data",
            data.toString(),
            "--test-data",
            test.toString(),
            "-o",
            output.toString(),
            "--json");
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    assertThat(trained.err()).contains("2 of 2 rows of", "a row that was trained on");
    CommandRun emitted =
        CommandRun.of(
            "emit",
            output.toString(),
            "--bits",
            "2",
            "--data",
            data.toString(),
            "--test-data",
            test.toString(),
            "--dry-run",
            "--json");
    assertThat(emitted.exitCode()).as(emitted.err()).isZero();
    assertThat(emitted.json().get("accuracy").get("rows").asInt()).isEqualTo(2);
  }

  @Test
  void whatMayNotBeOverwritten() throws IOException {
    Path data = Files.writeString(inputs.resolve("data.csv"), GOOD);
    assertOneLine(
        CommandRun.of("train", "--data", data.toString(), "-o", data.toString()),
        "a file that hdlgen did not write");
    assertThat(data).hasContent(GOOD);
    assertOneLine(
        CommandRun.of("train", "--data", data.toString(), "-o", inputs.toString()), "a folder");
    Path output = inputs.resolve("net.json");
    Files.createDirectory(inputs.resolve("net.json.checkpoint"));
    assertOneLine(
        CommandRun.of("train", "--data", data.toString(), "-o", output.toString()),
        "no checkpoint of hdlgen");
  }

  private void refused(String table, String message, String... options) throws IOException {
    Path data = Files.writeString(inputs.resolve("data.csv"), table);
    List<String> all = new ArrayList<>(List.of("train", "--data", data.toString()));
    all.addAll(List.of(options));
    all.addAll(List.of("-o", folder.resolve("parent/out.json").toString()));
    assertOneLine(CommandRun.of(all.toArray(String[]::new)), message);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  private static void assertOneLine(CommandRun run, String message) {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("hdlgen: ").contains(message).hasLineCount(1);
  }
}
