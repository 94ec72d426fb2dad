package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hdlgen.flow.design.SignatureJson;
import io.hdlgen.flow.doctor.Tool;
import io.hdlgen.flow.folder.DesignFolder;
import io.hdlgen.flow.serial.PortLine;
import io.hdlgen.flow.serial.SerialLine;
import io.hdlgen.flow.serial.SimulatedBoard;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.sim.verilator.LineNoise;
import io.hdlgen.sim.verilator.SerialBoard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hdlgen run} with boards that are simulated from their pins on. */
class RunCommandTest {
  private static final int BAUD = 1_000_000;
  private static final int ROWS = 1000;

  @TempDir static Path folder;
  private static Path design;
  private static Path data;
  private static String classes;

  @BeforeAll
  static void writeFiles() throws IOException, InterruptedException {
    ExternalTools.need(Tool.VERILATOR, Tool.MAKE, Tool.CXX);
    Path network = TinyNetwork.write(folder);
    design = folder.resolve("tiny");
    CommandRun emitted =
        CommandRun.of("emit", network.toString(), "--outputs", "both", "-o", design.toString());
    assertThat(emitted.exitCode()).as(emitted.err()).isZero();
    Random random = new Random(1);
    StringBuilder rows = new StringBuilder("a,b\n");
    for (int i = 0; i < ROWS; i++) {
      rows.append(random.nextInt(16) - 8).append(',').append(random.nextInt(16) - 8).append('\n');
    }
    data = Files.writeString(folder.resolve("data.csv"), rows);
    classes =
        CommandRun.of("predict", design.toString(), "--data", data.toString(), "--scores").out();
    assertThat(classes).hasLineCount(ROWS + 1);
  }

  private static CommandRun run(String... options) {
    List<String> arguments = new ArrayList<>(List.of("run", "--data", data.toString()));
    arguments.addAll(List.of("--baud", Integer.toString(BAUD)));
    arguments.addAll(List.of(options));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private static SerialBoard board(LineNoise noise) {
    DesignFolder folder = DesignFolder.open(design);
    Signature signature = SignatureJson.read(folder.read(DesignFolder.SIGNATURE), "signature");
    return SimulatedBoard.start(folder, signature, BAUD, 3, noise);
  }

  @Test
  void aThousandRowsAreRightWhateverTheLineDoes() {
    LineNoise noise = new LineNoise(0.004, 0.004, 0.004, 0.01, 0.015);
    try (SerialBoard board = board(noise)) {
      CommandRun run = run("--port", board.terminal(), "--design", design.toString(), "--json");
      assertThat(run.exitCode()).as(run.err()).isZero();
      JsonNode result = run.json();
      assertThat(result.get("rows").asInt()).isEqualTo(ROWS);
      assertThat(result.get("mismatches").asInt()).isZero();
      assertThat(result.get("retries").asInt()).isGreaterThan(50);
      assertThat(result.get("rejectedRequests").asInt()).isGreaterThan(20);
      assertThat(result.get("brokenAnswers").asInt()).isGreaterThan(20);
      assertThat(run.err()).contains("1,000 rows on ").contains(": all as the reference");
      assertThat(board.stop()).matches("cycles \\d+ flipped [1-9]\\d* dropped [1-9]\\d* .*");
    }
  }

  @Test
  void classesAndScoresAreThoseOfPredict() {
    CommandRun run =
        run("--simulate", "--design", design.toString(), "--noise", "0.01", "--seed", "4");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(classes);
  }

  /** The built-in example, folded, at the usual rate: all test digits, on a bad line. */
  @Test
  @Tag("long")
  void theFoldedExampleIsRightOnABadLine() {
    Path digits = folder.resolve("digits");
    assertThat(
            CommandRun.of("emit", "--bits", "2", "--target-fps", "20000", "-o", digits.toString())
                .exitCode())
        .isZero();
    CommandRun run =
        CommandRun.of(
            "run",
            "--simulate",
            "--design",
            digits.toString(),
            "--data",
            "../examples/digits/test.csv",
            "--noise",
            "0.01",
            "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode result = run.json();
    assertThat(result.get("rows").asInt()).isEqualTo(540);
    assertThat(result.get("mismatches").asInt()).isZero();
    assertThat(result.get("retries").asInt()).isPositive();
    assertThat(result.get("accuracy").asDouble()).isGreaterThan(0.95);
  }

  @Test
  void rowsAreToldAsTheyCome() throws IOException {
    Path two = Files.writeString(folder.resolve("two.csv"), "a,b,y\n3,1,no\n-8,7,no\n");
    CommandRun run =
        CommandRun.of(
            "run", "--simulate", "--design", design.toString(), "--data", two.toString(), "--live");
    assertThat(run.out())
        .isEqualTo(
            "row      0  no               as the reference\n"
                + "row      1  yes              as the reference\n");
    assertThat(run.err()).contains("accuracy            50.00 %");
  }

  @Test
  void aBoardWithAnotherDesignIsRefused() throws IOException, InterruptedException {
    Path other = folder.resolve("other");
    String network = folder.resolve("my net.json").toString();
    assertThat(CommandRun.of("emit", network, "--stages", "3", "-o", other.toString()).exitCode())
        .isZero();
    try (SerialBoard board = board(LineNoise.NONE)) {
      CommandRun run = run("--port", board.terminal(), "--design", other.toString());
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .hasLineCount(1)
          .containsPattern(
              ": found a board with the design [0-9a-f]{16}; expected [0-9a-f]{16} of ")
          .endsWith("load its bitstream, or name the design's folder by --design\n");
      CommandRun unnamed = run("--port", board.terminal());
      assertThat(unnamed.exitCode()).isEqualTo(2);
      assertThat(unnamed.err()).hasLineCount(1).contains("a design folder here; name the folder");
      // In the folder above the designs, the board's own is found.
      CommandRun found =
          new CommandProcess(folder, Map.of())
              .run("run", "--port", board.terminal(), "--data", data.toString());
      assertThat(found.exitCode()).as(found.err()).isZero();
      assertThat(found.out()).isEqualTo(classes);
    }
  }

  @Test
  void aPortThatIsMissingBusyOrSilentIsToldInALine() {
    String name = design.toString();
    refused(2, "/dev/nope: found no such serial port; expected ", run("--port", "/dev/nope"));
    refused(2, "no such serial port", run("--port", data.toString(), "--design", name));
    refused(2, "run: found no board; expected --port PORT or --simulate", run());
    refused(2, "--noise: found a real board", run("--port", "/dev/nope", "--noise", "0.1"));
    refused(
        2, "run: found a simulated board of no design; expected --design DIR", run("--simulate"));
    refused(2, "--port beside --simulate", run("--port", "/dev/nope", "--simulate"));
    try (SerialBoard board = board(new LineNoise(0, 0.999, 0, 0, 0))) {
      String[] asking = {"--port", board.terminal(), "--design", name, "--timeout", "20"};
      refused(3, "no answer from " + board.terminal() + "; is the bitstream loaded", run(asking));
      try (SerialLine line = PortLine.open(board.terminal(), BAUD)) {
        refused(3, line.name() + " is in use by another program", run(asking));
      }
    }
  }

  private static void refused(int code, String message, CommandRun run) {
    assertThat(run.err()).hasLineCount(1).contains(message);
    assertThat(run.exitCode()).isEqualTo(code);
    assertThat(run.out()).isEmpty();
  }
}
