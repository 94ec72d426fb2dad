package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictCommandTest {
  private static final String CLASSES = "class\nno\nyes\nyes\nno\n";

  @TempDir Path folder;
  private Path network;
  private Path data;

  /** Right, right, wrong, right. */
  @BeforeEach
  void writeFiles() throws IOException {
    network = TinyNetwork.write(folder);
    data = file("data.csv", "a,b,y\n3,1,no\n-8,7,yes\n0,1,no\n3,0,no\n");
  }

  @Test
  void theReportGoesToStderrAndTheClassesToStdout() {
    CommandRun run = predict();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo(CLASSES);
    assertThat(run.err())
        .startsWith("accuracy            75.00 % (95 %: 30.06 to 95.44 %), 3 of 4 rows\n")
        .contains("\nno        3   100.00 %   66.67 %  80.00 %  33.33 %\n")
        .endsWith("\nis \\ taken for  no  yes\nno               2    1\nyes              0    1\n")
        .doesNotContain("unseen");
  }

  @Test
  void quietSaysNothingAndJsonNoTables() {
    CommandRun quiet = predict("-q");
    assertThat(quiet.out()).isEqualTo(CLASSES);
    assertThat(quiet.err()).isEmpty();
    assertThat(predict("--quiet", "--json").err()).isEmpty();
    CommandRun json = predict("--json");
    assertThat(json.json().get("confusion").toString()).isEqualTo("[[2,1],[0,1]]");
    assertThat(json.json().has("unseen")).isFalse();
    assertThat(json.err()).startsWith("accuracy ").hasLineCount(4);
  }

  @Test
  void tellsOfValuesThatAreScaledOtherwise() throws IOException {
    data = file("pixels.csv", "a,b\n255,10\n");
    assertThat(predict().err())
        .isEqualTo(
            "hdlgen: The values of pixels.csv go to 255.0, the inputs of the network to 8.000: are"
                + " both scaled alike? (Unsigned bytes, of IDX or arrays of uint8, are divided by"
                + " 255, nothing else is)\n");
    assertThat(predict("--json").json().get("notes").get(0).asText()).contains("255.0");
    data = file("small.csv", "a,b\n0.03,0.01\n");
    assertThat(predict().err()).contains("The values of small.csv go to 0.03000, the inputs");
    data = file("usual.csv", "a,b\n0.1,150\n");
    assertThat(predict().err()).isEmpty();
    data = file("zero.csv", "a,b\n0,0\n");
    assertThat(predict().err()).isEmpty();
  }

  /** Of many rows none comes near the ends of the ranges: 16 times less is told, too. */
  @Test
  void tellsOfManyValuesThatAreTooSmall() throws IOException {
    data = file("many.csv", "a,b\n" + "0.5,-0.2\n".repeat(30));
    assertThat(predict().err()).contains("The values of many.csv go to 0.5000, the inputs");
    data = file("headless.csv", "0.5,-0.2\n".repeat(30));
    assertThat(predict().err()).contains("The values of headless.csv go to 0.5000, the inputs");
    data = file("swapped.csv", "b,c,a\n" + "-0.2,9,0.5\n".repeat(30));
    assertThat(predict().err()).contains("The values of swapped.csv go to 0.5000, the inputs");
    data = file("few.csv", "a,b\n" + "0.5,-0.2\n".repeat(29));
    assertThat(predict().err()).isEmpty();
    data = file("one.csv", "a,b\n" + "0.5,-0.2\n".repeat(30) + "0,-2\n");
    assertThat(predict().err()).isEmpty();
  }

  @Test
  void tellsOfAccuracyBelowThatOfGuessing() throws IOException {
    String note = "hdlgen: The accuracy is below that of always guessing the most frequent class: ";
    assertThat(predict().err()).doesNotContain(note);
    data = file("swapped.csv", "a,b,y\n3,1,yes\n-8,7,no\n0,1,no\n3,0,no\n");
    assertThat(predict().err()).startsWith(note);
    assertThat(predict("--json").json().get("notes").get(0).asText()).startsWith("The accuracy");
  }

  @Test
  void withoutLabelsThereIsNoReport() throws IOException {
    data = file("bare.csv", "a,b\n3,1\n");
    CommandRun run = predict();
    assertThat(run.out()).isEqualTo("class\nno\n");
    assertThat(run.err()).isEmpty();
  }

  /** The columns are found by name, and the labels of the training data are not looked at. */
  @Test
  void rowsThatWereNotTrainedOnAreMeasuredApart() throws IOException {
    Path training = file("train.csv", "b,other,a,y\n1,x,3,maybe\n1,x,0,no\n5,x,5,no\n");
    CommandRun run = predict("--train-data", training.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err())
        .contains(
            "\nunseen rows        100.00 % (95 %: 34.24 to 100.00 %), 2 of 2 rows that are not in"
                + " the training data\n");
    JsonNode unseen = predict("--train-data", training.toString(), "--json").json().get("unseen");
    assertThat(unseen.get("rows").asInt()).isEqualTo(2);
    assertThat(unseen.get("accuracy").asDouble()).isEqualTo(1);
    assertThat(unseen.get("accuracyInterval").get(1).asDouble()).isEqualTo(1);
    JsonNode all = predict("--train-data", data.toString(), "--json").json().get("unseen");
    assertThat(all.get("rows").asInt()).isZero();
    assertThat(all.get("accuracy").isNull()).isTrue();
  }

  @Test
  void trainingDataAreReadAsTheDataAre() throws IOException {
    Path labels = file("labels.txt", "no\nyes\nno\nno\n");
    data = file("headless.csv", "3;1\n-8;7\n0;1\n3;0\n");
    Path training = file("train.csv", "3;1\n0;1\n");
    CommandRun run =
        predict("--labels", labels.toString(), "--train-data", training.toString(), "--json");
    assertThat(run.json().get("unseen").get("rows").asInt()).isEqualTo(2);
    data = file("first.csv", "no;3;1\nyes;-8;7\n");
    Path first = file("train-first.csv", "yes;3;1\n");
    CommandRun labelled = predict("--label", "0", "--train-data", first.toString(), "--json");
    assertThat(labelled.json().get("unseen").get("rows").asInt()).isEqualTo(1);
  }

  @Test
  void trainingDataThatCannotServeAreRefused() throws IOException {
    Path wide = file("wide.csv", "1,2,3,4,no\n5,6,7,8,no\n");
    refused("wide.csv: found 4 feature columns; expected 2", "--train-data", wide.toString());
    refused("none.csv", "--train-data", folder.resolve("none.csv").toString());
    Path training = data;
    data = file("bare.csv", "a,b\n3,1\n");
    refused("bare.csv: found no labels; expected labels", "--train-data", training.toString());
  }

  private void refused(String message, String... options) {
    CommandRun run = predict(options);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message).hasLineCount(1);
  }

  private CommandRun predict(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("predict", network.toString(), "--data", data.toString()));
    arguments.addAll(List.of(options));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
