package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options that would be without effect are one line and exit code 2, never silence. */
class OptionCombinationsTest {
  @TempDir static Path folder;

  @BeforeAll
  static void makeInputs() throws IOException {
    Blobs.write(folder.resolve("data.csv"), 60, 1);
    String rows = Files.readString(folder.resolve("data.csv"));
    Files.writeString(folder.resolve("bare.csv"), rows.replaceAll(",[a-z]+\n", "\n"));
    Files.writeString(folder.resolve("tiny.csv"), "a,b,y\n3,1,no\n-8,7,yes\n");
    Files.writeString(folder.resolve("wide.csv"), "a,b,c,d,y\n1,2,3,4,ant\n4,3,2,1,bee\n");
    Files.writeString(folder.resolve("more.csv"), "a,b,y\n1,1,no\n");
    Files.writeString(folder.resolve("other.csv"), rows.replace(",bee\n", ",wasp\n"));
    TinyNetwork.write(folder);
    run("train --data data.csv --hidden 4 --epochs 2 -o model.json");
    run("emit my_net.json --count 10 -o design");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "emit model.json --data data.csv --calibration minmax | --calibration: found no --ptq or",
        "emit model.json --data data.csv --max-drop 1 | --max-drop: found no --auto-bits",
        "emit model.json --data data.csv --auto-bits --bits 3 | --auto-bits: found bits that are",
        "emit model.json --data data.csv --ptq --epochs 3 | --epochs: found --ptq beside it",
        "emit model.json --data data.csv --ptq --batch 3 | --batch: found --ptq beside it",
        "emit model.json --data data.csv --ptq --no-batch-norm | --no-batch-norm: found --ptq",
        "emit model.json --data data.csv --ptq --distillation 1 | --distillation: found --ptq",
        "emit model.json --data data.csv --auto-bits --epochs 3 | --epochs: found --auto-bits",
        "emit model.json --data data.csv --ptq --training-seed 3 | --training-seed: found --ptq",
        "emit model.json --data data.csv --ptq --resume | --resume: found --ptq",
        "emit model.json --data data.csv --dry-run --resume | --resume: found --dry-run beside it",
        "emit my_net.json --resume | neither trained nor rounded",
        "emit model.json --data bare.csv --bits 3 --epochs 3 | bare.csv has no labels; expected",
        "emit model.json --data data.csv --weight-bits 9 --epochs 3 | Weights have more than 8 bits",
        "emit model.json --data data.csv --test-data bare.csv --bits 3 | bare.csv: found no labels",
        "emit model.json --data data.csv --test-data other.csv --bits 3 | wasp, which are no class",
        "emit model.json --bits 3 | no data to quantize it by",
        "emit model.json --bits 3 --label y | --label: found no --data",
        "emit model.json --data data.csv --test-labels x | --test-labels: found no --test-data",
        "emit my_net.json --bits 3 | whose bits are fixed",
        "emit my_net.json --input-scale 3 | whose bits are fixed",
        "emit my_net.json --ptq | neither trained nor rounded",
        "emit my_net.json --auto-bits --data tiny.csv | neither trained nor rounded",
        "emit my_net.json --epochs 100 --data tiny.csv | neither trained nor rounded",
        "emit my_net.json --data tiny.csv --test-data more.csv | --data and --test-data",
        "emit my_net.json --stages 2 --arch combinational | --stages: found --arch combinational",
        "emit my_net.json --bus wishbone | '--bus': expected one of [stream, axi4-lite] but was",
        "emit my_net.json --bus axi4-lite --arch combinational | --bus: found --arch combinational",
        "emit my_net.json --clock-mhz 9 --arch combinational | --clock-mhz: found --arch comb",
        "emit my_net.json --clock-mhz 9 --stages 2 | --clock-mhz: found --stages beside it",
        "emit --bits 2 --data data.csv | and no model; expected a model for it",
        "emit --bits 2 --test-data data.csv | and no model; expected a model for it",
        "emit --bits 2 --layer-bits 2,2,2 | --layer-bits: found --bits",
        "emit --bits 2 --act-bits 2 --weight-bits 2 | --bits: found --act-bits and --weight-bits",
        "emit --bits 2 --act-bits 2 --weights ternary | --bits: found --act-bits and --weights",
        "emit --bits 2 --patience 5 --validation 0 | --patience: found --validation 0 beside it",
        "train --data data.csv --distillation 1 | --distillation: found no bits",
        "train --data data.csv --damping 1 | --damping: found no bits",
        "train --data data.csv --input-bits 4 | options for input codes, and no bits",
        "train --data data.csv --patience 5 --validation 0 | --patience: found --validation 0",
        "train --data data.csv --hidden none --activation tanh | --activation: found --hidden none",
        "train --data data.csv --hidden none --act-bits 2 | --act-bits: found --hidden none",
        "train --data data.csv --activation sign --act-bits 2 | --act-bits: found --activation sign",
        "train --data data.csv --float-model model.json | --float-model: found nothing to be trained",
        "train --data data.csv --float-model model.json --bits 2 --hidden 3 | --hidden: found --float",
        "train --data wide.csv --float-model model.json --bits 2 | 4 feature columns; expected 3",
        "train --hidden 3 | train: found no --data",
        "quantize model.json | quantize: found no --data",
        "quantize model.json --data data.csv --max-drop 1 | --max-drop: found no --auto-bits",
        "quantize model.json --data data.csv --auto-bits --act-bits 3 | --auto-bits: found bits",
        "quantize model.json --data bare.csv --auto-bits | bare.csv: found no labels",
        "quantize model.json --data data.csv --test-data bare.csv | bare.csv: found no labels",
        "quantize my_net.json --data tiny.csv | a quantized model",
        "predict design --data tiny.csv --scores --json | --scores: found --json beside it",
        "predict design --data tiny.csv --labels x --label y | both a label column and a file",
        "verify design --label y | --label: found no --data",
        "emit my_net.json --bits 2 --bits 3 | '--bits' (N) should be specified only once; see hdlgen",
      })
  void withoutEffect(String command, String message) {
    CommandRun run = runAll(command);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).startsWith("hdlgen: ").contains(message).hasLineCount(1);
    assertThat(folder.resolve("output")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "emit my_net.json --stages 2 --dry-run --verify --count 9",
    "emit my_net.json --bus axi4-lite --arch folded --dry-run",
    "emit my_net.json --data tiny.csv --dry-run",
    "emit my_net.json --test-data tiny.csv --dry-run",
    "emit model.json --data data.csv --auto-bits --calibration minmax --dry-run",
    "emit model.json --data data.csv --epochs 1 --bits 2 --weights ternary --dry-run",
    "train --data data.csv --bits 2 --distillation 1 --epochs 1",
    "train --data data.csv --bits 2 --activation sign --act-bits 1 --epochs 1",
    "quantize model.json --data bare.csv --weight-bits 9 --calibration minmax"
  })
  void withEffect(String command) throws IOException {
    CommandRun run = runAll(command);
    assertThat(run.exitCode()).as(run.err()).isZero();
    Files.deleteIfExists(folder.resolve("output"));
  }

  @Test
  void randomVectorsAreBehindThoseOfTheData() {
    CommandRun run = CommandRun.of(words("verify design --data tiny.csv --count 50 --json"));
    assertThat(run.json().get("vectors").asInt()).isEqualTo(50);
  }

  @Test
  void verboseSaysEachStep() {
    CommandRun run = CommandRun.of(words("emit my_net.json --dry-run -v"));
    assertThat(run.err()).isEqualTo("hdlgen: reading the model\nhdlgen: generating hardware\n");
  }

  private static void run(String command) {
    CommandRun run = CommandRun.of(words(command));
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private static CommandRun runAll(String command) {
    boolean writes = command.matches("(emit|train|quantize) .*");
    return CommandRun.of(words(command + (writes ? " -o output" : "")));
  }

  /** The words, those that name a file or folder of ours with the folder in front. */
  private static String[] words(String command) {
    return Arrays.stream(command.split(" "))
        .map(word -> word.matches("design|output|.*\\.(csv|json)") ? in(word) : word)
        .toArray(String[]::new);
  }

  private static String in(String name) {
    return folder.resolve(name.replace('_', ' ')).toString();
  }
}
