package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hdlgen.flow.doctor.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of few rows, of many classes or features, or of nothing to learn from, in explore. */
class UnusualTablesTest {
  private static final String MOVES = "hdlgen.explore.moves";

  @TempDir Path folder;
  private final Random random = new Random(1);

  /** The value of a feature of a row of a class. */
  private interface Values {
    double at(int row, int kind, int feature);
  }

  @BeforeEach
  void fewMoves() {
    System.setProperty(MOVES, "100");
  }

  @AfterEach
  void usualMoves() {
    System.clearProperty(MOVES);
  }

  @Test
  void nothingToLearn() throws IOException {
    refused(table(40, 3, 2, (row, kind, feature) -> 5), "the same features in all rows");
    refused(table(40, 2, 1, (row, kind, feature) -> row % 7), "found the one class");
    refused(table(6, 2, 4, (row, kind, feature) -> row), "expected at least two rows a class");
    refused("a,b,y\n1,2,no\n3,,yes\n5,6,no\n7,8,yes\n", "data.csv:3");
  }

  @Test
  void twoRowsAClass() throws IOException {
    found(table(4, 2, 2, (row, kind, feature) -> kind + 0.1 * row));
  }

  /** The first column numbers the samples. */
  @Test
  void numbersOfSamplesAreNotLearntFrom() throws IOException {
    Values values =
        (row, kind, feature) ->
            feature == 0 ? 1000 + row : kind * feature + 0.6 * random.nextGaussian();
    JsonNode json = found(table(80, 3, 2, values));
    assertThat(json.get("notes").toString())
        .contains("Column f0 is left out: it seems to number the samples; --keep f0 takes it");
    assertThat(json.get("features").toString()).contains("f1", "f2").doesNotContain("f0");
  }

  private String table(int rows, int features, int classes, Values values) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < features; i++) {
      text.append('f').append(i).append(',');
    }
    text.append("kind\n");
    for (int r = 0; r < rows; r++) {
      for (int i = 0; i < features; i++) {
        text.append(String.format(Locale.ROOT, "%.6g,", values.at(r, r % classes, i)));
      }
      text.append('c').append(r % classes).append('\n');
    }
    return text.toString();
  }

  private JsonNode found(String table) throws IOException {
    ExternalTools.need(Tool.YOSYS, Tool.VERILATOR);
    CommandRun run = explore(table);
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode json = run.json();
    assertThat(json.get("front").size()).isPositive();
    return json;
  }

  private void refused(String table, String message) throws IOException {
    CommandRun run = explore(table);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.json().get("error").asText()).contains(message);
    assertThat(run.err()).contains(message).doesNotContain("Exception");
    assertThat(folder.resolve("found")).doesNotExist();
  }

  private CommandRun explore(String table) throws IOException {
    Path data = Files.writeString(folder.resolve("data.csv"), table);
    return CommandRun.of(
        "explore",
        "--json",
        "--target",
        "egfet_1v0",
        "--generations",
        "1",
        "--data",
        data.toString(),
        "-o",
        folder.resolve("found").toString());
  }
}
