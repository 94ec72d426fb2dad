package io.hdlgen.quantizer.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.onnx.ModelBuilder.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no ONNX models, or damaged ones. */
class DamagedFileTest {
  @TempDir private Path folder;
  private final ModelBuilder model = new ModelBuilder();
  private Value sums;

  @BeforeEach
  void quantizedLayer() {
    Value x = model.quant(model.input(1, 2), QuantFormat.of(0.25, 5, true));
    sums = model.dense(x, new double[][] {{1, -2, 0.5}, {-1.5, 1, 2}});
  }

  @Test
  void noFile() {
    refusedFile(folder.resolve("none.onnx"), "none.onnx: found no such file");
  }

  @Test
  void emptyFile() throws IOException {
    refusedFile(Files.createFile(folder.resolve("empty.onnx")), "found an empty file");
  }

  @Test
  void truncatedAtAnyByte() throws IOException {
    model.output(sums.name());
    byte[] bytes = model.build().toByteArray();
    for (int length = 1; length < bytes.length; length += 7) {
      Path file = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(bytes, length));
      refusedFile(file, "cut.onnx");
    }
  }

  @Test
  void changedBytesGiveANetworkOrOneLine() throws IOException {
    model.output(sums.name());
    readChanged(model.build().toByteArray(), Integer.getInteger("fuzz.trials", 1000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk-columns",
        "sk-logistic-binary",
        "sk-mlp-names-zipmap",
        "sk-select-mlp",
        "torch-external",
        "torch-leaky-script"
      })
  void changedExportsGiveANetworkOrOneLine(String name) throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/float-models/" + name + ".onnx")) {
      readChanged(in.readAllBytes(), Integer.getInteger("fuzz.trials", 400));
    }
  }

  private void readChanged(byte[] bytes, int trials) throws IOException {
    Random random = new Random(1);
    for (int trial = 0; trial < trials; trial++) {
      byte[] changed = bytes.clone();
      for (int i = 0; i <= trial % 3; i++) {
        changed[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      Path file = Files.write(folder.resolve("changed.onnx"), changed);
      try {
        ModelReader.read(file, InputDefaults.NONE);
      } catch (InvalidInputException e) {
        assertThat(e.getMessage()).contains("changed.onnx").doesNotContain("\n");
      }
    }
  }

  @Test
  void randomBytes() throws IOException {
    Random random = new Random(2);
    for (int trial = 0; trial < 200; trial++) {
      byte[] bytes = new byte[1 + random.nextInt(300)];
      random.nextBytes(bytes);
      refusedFile(Files.write(folder.resolve("random.onnx"), bytes), "random.onnx");
    }
  }

  private static void refusedFile(Path file, String... parts) {
    assertThatThrownBy(() -> ModelReader.read(file, InputDefaults.NONE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(parts)
        .hasMessageNotContaining("\n");
  }
}
