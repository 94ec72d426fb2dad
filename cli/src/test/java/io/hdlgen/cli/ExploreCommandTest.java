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
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hdlgen explore} from the table to the report. */
class ExploreCommandTest {
  private static final String MOVES = "hdlgen.explore.moves";

  @TempDir Path folder;
  private Path data;
  private Path output;

  @BeforeEach
  void makeData() throws IOException {
    System.setProperty(MOVES, "200");
    data = Blobs.write(folder.resolve("blobs.csv"), 60, 1);
    output = folder.resolve("found");
  }

  @AfterEach
  void usualMoves() {
    System.clearProperty(MOVES);
  }

  @Test
  void fromTableToReport() throws IOException {
    ExternalTools.need(Tool.YOSYS, Tool.VERILATOR);
    CommandRun run = explore("--json", "--emit", "all");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode json = run.json();
    assertThat(json.get("passed").asBoolean()).isTrue();
    assertThat(json.get("stopped").asBoolean()).isFalse();
    assertThat(json.get("evaluated").asInt()).isBetween(10, 100);
    assertThat(json.get("seconds").asDouble()).isPositive();
    Path design = Path.of(json.get("design").asText());
    assertThat(design).startsWith(output);
    JsonNode front = json.get("front");
    assertThat(front.size()).isPositive();
    String recommended = json.get("recommended").asText();
    boolean found = false;
    for (JsonNode point : front) {
      for (String key : List.of("accuracy", "balancedAccuracy", "areaCm2", "powerMw")) {
        assertThat(point.get(key).isNumber()).as("%s of %s", key, point).isTrue();
      }
      assertThat(point.get("accuracy").asDouble()).isBetween(0.0, 1.0);
      assertThat(point.get("areaCm2").asDouble()).isBetween(0.0, 1.0);
      assertThat(output.resolve(point.get("design").asText())).isRegularFile();
      found |= point.get("id").asText().equals(recommended);
    }
    assertThat(found).isTrue();
    assertAllVerified(front);
    assertThat(names(output))
        .containsExactlyInAnyOrder(
            "designs", "front.json", "frozen.json", "networks", "report.html", "trials.json");
    assertThat(design.resolve("verification.json")).isRegularFile();
    assertThat(design.resolve("synth/egfet_1v0")).isDirectory();
    assertThat(output.resolve("report.html")).content().contains("<html").contains(recommended);
    assertThat(output.resolve("networks/" + recommended + ".json")).isRegularFile();
    String first = Files.readString(output.resolve("front.json"));
    // Another choice after the test rows were read is none.
    CommandRun other = explore("--max-area", "1e-9", "--aim", "balanced", "--json");
    assertThat(other.exitCode()).isEqualTo(2);
    // Before anything is done: nothing but of reading has been said.
    assertThat(other.err().lines().filter(line -> !isOfReading(line)))
        .containsExactly(
            "hdlgen: "
                + output
                + ": found --aim balanced, --max-area 1.0E-9; expected --aim accuracy, no --max-area,"
                + " with which its front was chosen and tested; or another folder, by -o");
    assertThat(output.resolve("front.json")).hasContent(first);
  }

  /** Columns without names that are left out are so up to the last comparison. */
  @Test
  void numberedRowsWithoutAHeader() throws IOException {
    ExternalTools.need(Tool.YOSYS, Tool.VERILATOR);
    List<String> rows = Files.readAllLines(data);
    StringBuilder text = new StringBuilder();
    for (int r = 1; r < rows.size(); r++) {
      text.append(r).append(',').append(rows.get(r)).append('\n');
    }
    Files.writeString(data, text);
    CommandRun run = explore("--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    // Before the search.
    assertThat(run.err().lines().findFirst().orElseThrow())
        .startsWith("hdlgen: Column 0 is left out");
    assertThat(run.err()).containsOnlyOnce("Column 0 is left out");
    for (JsonNode point : run.json().get("front")) {
      if (point.get("id").asText().equals(run.json().get("recommended").asText())) {
        assertThat(point.at("/verification/vectors").asInt()).isGreaterThan(100_000 + 60);
        assertThat(point.at("/verification/passed").asBoolean()).isTrue();
      }
    }
  }

  /** Every circuit of the front has a design that was verified, and both files say so. */
  private void assertAllVerified(JsonNode front) throws IOException {
    assertThat(front.size()).isGreaterThan(1);
    JsonNode written = new ObjectMapper().readTree(output.resolve("front.json").toFile());
    assertThat(written.get("front")).isEqualTo(front);
    String report = Files.readString(output.resolve("report.html"));
    assertThat(report).doesNotContain("Verification failed");
    List<String> ids = new ArrayList<>();
    for (JsonNode point : front) {
      String id = point.get("id").asText();
      ids.add(id);
      JsonNode verification = point.get("verification");
      assertThat(verification.get("passed").asBoolean()).isTrue();
      assertThat(verification.get("mismatches").asLong(-1)).isZero();
      assertThat(verification.get("exhaustive").asBoolean()).isTrue();
      // All rows, 100,000 random ones, and all codes.
      int vectors = verification.get("vectors").asInt();
      assertThat(vectors).isGreaterThan(100_000 + 60);
      String cell = "</t[hd]>.{1,3000}?>%,d, all codes</td>\\s*<td[^>]*>0</td>";
      assertThat(report)
          .containsPattern("(?s)<t[hd][^>]*>" + id + String.format(Locale.ROOT, cell, vectors));
      Path design = output.resolve("designs").resolve(id);
      assertThat(design.resolve("network.json"))
          .hasSameTextualContentAs(output.resolve(point.get("network").asText()));
      assertThat(design.resolve("verification.json")).content().contains("\"mismatches\": 0");
      assertThat(design.resolve("synth/egfet_1v0/verification.json"))
          .content()
          .contains("\"passed\": true");
    }
    assertThat(names(output.resolve("designs"))).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void limitsThatNothingKeeps() throws IOException {
    ExternalTools.need(Tool.YOSYS);
    assertOneLine(
        explore("--max-area", "0.0000001"),
        "no circuit that keeps --max-area 1.0E-7 (the least is ");
    // What was tried is kept, as a whole file; nothing else is there.
    assertThat(names(output)).containsExactly("trials.json");
  }

  @Test
  void badInput() throws IOException {
    String table = Files.readString(data);
    refused(table, "--target: found icebreaker, a board", "--target", "icebreaker");
    refused(table, "nothing", "--target", "nothing");
    refused(table, "no column \"z\"", "--label", "z");
    refused(table.replaceFirst("height", "width"), "blobs.csv: found two columns \"width\"");
    refused(table, "no column \"z\" to keep", "--keep", "z");
    refused(table.replaceFirst("7,ant", "x,ant"), "blobs.csv:");
    refused(table.replaceFirst(",7,ant", ",,ant"), "blobs.csv:");
    refused(table.replaceFirst(",7,ant", ",NaN,ant"), "blobs.csv:");
    refused(table.replaceAll("bee|cat", "ant"), "found the one class \"ant\" in all rows");
    refused("", "found an empty file");
    refused(table, "numbers of rows", "--test-rows", folder.resolve("none").toString());
    refused(table, "--max-area: found -1.0; expected a number above 0", "--max-area", "-1");
    refused(table, "--max-area: found 0.0; expected a number above 0", "--max-area", "0");
    refused(table, "--max-power: found NaN; expected a number above 0", "--max-power", "NaN");
    refused(table, "decimals have a point, as in 0.03", "--max-area", "0,03");
    refused(table, "'much' is not a number", "--min-accuracy", "much");
    refused(table, "'1.5' is not a whole number", "--generations", "1.5");
    refused(table, "'--folds': expected one of [groups, rows] but was 'group'", "--folds", "group");
    refused(table.replaceFirst(",7,ant", ",x7,ant"), "found \"x7\"; expected a number; --ignore ");
    refused(table, "--min-accuracy: found 90.0", "--min-accuracy", "90");
    refused(table, "--min-accuracy: found NaN", "--min-accuracy", "NaN");
    refused(table, "--min-balanced: found -0.1", "--min-balanced", "-0.1");
    refused(table, "--generations", "--generations", "0");
    refused(
        table,
        "--test-data beside it",
        "--test-rows",
        data.toString(),
        "--test-data",
        data.toString());
  }

  @Test
  void somethingInTheWay() throws IOException {
    Files.createDirectory(output);
    Path own = Files.writeString(output.resolve("thesis.txt"), "mine");
    assertOneLine(explore(), "something that explore did not write");
    assertThat(own).hasContent("mine");
    assertThat(names(output)).containsExactly("thesis.txt");
    output = own;
    assertOneLine(explore(), "something that explore did not write");
    assertThat(own).hasContent("mine");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("blobs.csv", "found");
  }

  private void refused(String table, String message, String... options) throws IOException {
    Files.writeString(data, table);
    assertOneLine(explore(options), message);
    assertThat(output).doesNotExist();
  }

  private static void assertOneLine(CommandRun run, String message) {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    List<String> said =
        run.err().lines().filter(line -> !isProgress(line) && !isOfReading(line)).toList();
    assertThat(said).as(run.err()).hasSize(1);
    assertThat(said.get(0)).startsWith("hdlgen: ").contains(message);
  }

  private static boolean isOfReading(String line) {
    return line.equals("hdlgen: reading") || line.endsWith(": measured accuracies are uncertain");
  }

  private static boolean isProgress(String line) {
    return line.matches("hdlgen: (reading|searching|making|growing)[a-z ]*( \\d+/\\d+(, .*)?)?");
  }

  private CommandRun explore(String... options) {
    List<String> all = new ArrayList<>(List.of("explore", "--data", data.toString()));
    if (!List.of(options).contains("--target")) {
      all.addAll(List.of("--target", "egfet_1v0"));
    }
    if (!List.of(options).contains("--generations")) {
      all.addAll(List.of("--generations", "1"));
    }
    all.addAll(List.of("-o", output.toString()));
    all.addAll(List.of(options));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
