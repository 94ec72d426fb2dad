package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of another kind is named for what it is, with the command that takes it. */
class WrongKindOfFileTest {
  private static final String TABLE = "a,b,y\n1,2,no\n3,4,yes\n5,6,no\n7,8,yes\n";

  @TempDir Path folder;

  @Test
  void predictTakesNoFloatModel() throws IOException {
    Path data = Files.writeString(folder.resolve("data.csv"), TABLE);
    Path onnx = new DamagedModels(folder).right();
    refused(
        onnx + ": found no JSON; expected a design folder or network.json, which hdlgen emit and",
        "predict",
        onnx.toString(),
        "--data",
        data.toString());
    Path model = folder.resolve("x.model.json");
    String[] train = {
      "train", "--data", data.toString(), "--hidden", "none", "--epochs", "1", "-o"
    };
    String[] all = Arrays.copyOf(train, train.length + 1);
    all[train.length] = model.toString();
    assertThat(CommandRun.of(all).exitCode()).isZero();
    refused(
        model + ": found a model of real numbers; expected a design folder or network.json, which",
        "predict",
        model.toString(),
        "--data",
        data.toString());
    refused(
        "none: found no such file; expected a design folder or network.json",
        "predict",
        folder.resolve("none").toString(),
        "--data",
        data.toString());
  }

  @Test
  void tablesAreNoModels() throws IOException {
    Path data = Files.writeString(folder.resolve("data.csv"), TABLE);
    refused("data.csv: found text, such as a table; expected", "emit", data.toString());
    refused("hdlgen train makes one of a table", "emit", data.toString(), "--bits", "2");
    byte[] array = "\u0093NUMPY\u0001\u0000".getBytes(StandardCharsets.ISO_8859_1);
    Path arrays = Files.write(folder.resolve("data.npy"), array);
    refused("hdlgen train makes one of a table", "emit", arrays.toString(), "--bits", "2");
    refused("hdlgen train makes one of a table", "quantize", data.toString(), "--data", "x.csv");
    refused("hdlgen train makes one of a table", "emit", "--data", data.toString());
  }

  private static void refused(String message, String... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("hdlgen: ").contains(message).hasLineCount(1);
  }
}
