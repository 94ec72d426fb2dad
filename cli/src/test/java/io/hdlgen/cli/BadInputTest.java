package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong ends with its exit code and one line, and nothing half-written. */
class BadInputTest {
  /** What a slow machine lets appear before the line that counts. */
  private static final String PROGRESS = "hdlgen: [A-Za-z0-9, ]+( \\d+/\\d+(, .*)?)?";

  private static final String FEATURES = "a,b,y\n";

  @TempDir Path folder;
  @TempDir Path inputs;
  private DamagedModels models;

  @BeforeEach
  void takeTheExample() throws IOException {
    models = new DamagedModels(inputs);
  }

  @Test
  void damagedModels() throws IOException {
    refused(models.truncated(), "cut.onnx: ");
    refused(models.randomBytes(), "random.onnx: ");
    refused(models.convolution(), "node conv0: found operator Conv; expected an MLP made of Gemm");
    refused(models.notANumber(), "tensor fc0.weight: found NaN at index 17; expected ");
    refused(models.noInputs(), "input pixels: found dimension 1 of size 0; expected at least one");
    refused(models.emptyLayer(), "node fc0: found weights without elements; expected at least");
  }

  private void refused(Path model, String message) throws IOException {
    String data = example("train.csv");
    CommandRun run = emit(model.toString(), "--bits", "2", "--data", data);
    assertOneLine(run, 2, message);
    assertThat(run.err()).contains(model.getFileName() + ": ");
  }

  @Test
  void damagedData() throws IOException {
    List<String> lines = Files.readAllLines(Path.of(example("train.csv")));
    String ragged = lines.get(7).substring(2);
    assertDataRefused(lines, 7, ragged, "data.csv:8: found 64 ");
    assertDataRefused(lines, 7, lines.get(7) + ",1", "data.csv:8: found 66 ");
    assertDataRefused(lines, 9, "x" + lines.get(9), "data.csv:10");
    assertDataRefused(lines, 9, lines.get(9).replaceFirst("^\\d+", "NaN"), "data.csv:10");
    String right = example("train.csv");
    CommandRun label =
        emit(models.right().toString(), "--bits", "2", "--data", right, "--label", "digits");
    assertOneLine(label, 2, "digits");
    // The last column is the label, so that the right number of features is left.
    CommandRun wrong =
        emit(models.right().toString(), "--bits", "2", "--data", narrow().toString());
    assertOneLine(wrong, 2, "narrow.csv");
  }

  private void assertDataRefused(List<String> lines, int at, String line, String message)
      throws IOException {
    List<String> changed = new ArrayList<>(lines);
    changed.set(at, line);
    Path data = Files.write(inputs.resolve("data.csv"), changed);
    String model = models.right().toString();
    assertOneLine(emit(model, "--bits", "2", "--data", data.toString()), 2, message);
  }

  private Path narrow() throws IOException {
    return Files.writeString(inputs.resolve("narrow.csv"), FEATURES + "1,2,0\n3,4,1\n");
  }

  @Test
  void predictAndVerifyRefuseWrongDataToo() throws IOException {
    Path design = inputs.resolve("design");
    assertThat(
            CommandRun.of(
                    "emit",
                    TinyNetwork.write(inputs).toString(),
                    "--count",
                    "10",
                    "-o",
                    design.toString())
                .exitCode())
        .isZero();
    Path ragged = Files.writeString(inputs.resolve("ragged.csv"), FEATURES + "1,2,no\n3,4\n");
    for (String command : List.of("predict", "verify")) {
      assertOneLine(
          CommandRun.of(command, design.toString(), "--data", ragged.toString()),
          2,
          "ragged.csv:3: found 2 cells; expected 3");
      assertOneLine(
          CommandRun.of(
              command, design.toString(), "--data", ragged.toString(), "--label", "absent"),
          2,
          "absent");
      assertOneLine(CommandRun.of(command, inputs.toString()), 2, "");
    }
    Path network = design.resolve("network.json");
    Files.writeString(network, Files.readString(network).substring(100));
    assertOneLine(CommandRun.of("verify", design.toString()), 2, "network.json");
  }

  @Test
  void aFullDisk() throws Exception {
    mounted(
        "size=16k",
        disk -> {
          CommandRun run = emitTo(disk.resolve("parent/design"));
          assertOneLine(run, 74, "cannot write " + disk.resolve("parent/design/"));
          assertThat(run.err()).contains("No space left on device");
          assertThat(disk).isEmptyDirectory();
        });
  }

  @Test
  void aReadOnlyDisk() throws Exception {
    mounted(
        "ro,size=1m",
        disk -> assertOneLine(emitTo(disk.resolve("design")), 74, "design: read-only file system"));
  }

  private CommandRun emitTo(Path design) throws IOException {
    return CommandRun.of("emit", TinyNetwork.write(inputs).toString(), "-o", design.toString());
  }

  /** What is done on a small disk. */
  private interface OnDisk {
    void run(Path disk) throws Exception;
  }

  private void mounted(String options, OnDisk work) throws Exception {
    Path disk = Files.createDirectory(inputs.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString()) == 0,
        "skipped: not allowed to mount a small disk");
    try {
      work.run(disk);
    } finally {
      run("umount", disk.toString());
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static String example(String name) {
    Path root = Path.of(System.getProperty("project.root", ".."));
    return root.resolve("examples/digits").resolve(name).toString();
  }

  private CommandRun emit(String... arguments) {
    List<String> all = new ArrayList<>(List.of("emit"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("-o", folder.resolve("design").toString()));
    return CommandRun.of(all.toArray(String[]::new));
  }

  /** One line apart from the progress; no result; nothing written. */
  private void assertOneLine(CommandRun run, int exitCode, String message) throws IOException {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().filter(line -> !line.matches(PROGRESS)).toList())
        .singleElement()
        .asString()
        .startsWith("hdlgen: ")
        .contains(message);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
