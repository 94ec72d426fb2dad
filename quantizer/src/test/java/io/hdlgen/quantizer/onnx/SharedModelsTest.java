package io.hdlgen.quantizer.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Published models, read and compared with what other people's software computed. */
class SharedModelsTest {
  private static final Path SHARED =
      Path.of(System.getProperty("project.root", "..")).resolve("../shared");

  @ParameterizedTest
  @ValueSource(strings = {"TFC_2W2A", "TFC_1W1A"})
  void scoresOfTheMnistNetworksAreTheGoldenLogits(String name) throws IOException {
    IntegerNetwork network = read(name + ".onnx");
    Path golden = shared("golden/" + name + "_t10k_logits_int.csv");
    double[][] images = images(shared("data/mnist/t10k-images-idx3-ubyte.gz"));
    List<String> lines = Files.readAllLines(golden);

    assertThat(lines).hasSize(images.length);
    for (int row = 0; row < images.length; row++) {
      long[] expected =
          Arrays.stream(lines.get(row).split(",")).mapToLong(Long::parseLong).toArray();
      assertThat(PlainEvaluation.scores(network, images[row]))
          .as("row %d", row)
          .isEqualTo(expected);
    }
  }

  @Test
  void shapeOfTheTwoBitNetwork() {
    IntegerNetwork network = read("TFC_2W2A.onnx");

    assertThat(network.inputs()).hasSize(784);
    InputFeature first = network.inputs().get(0);
    assertThat(first)
        .isEqualTo(new InputFeature("x0", 2, Encoding.SIGNED, -1, 1, 0.5, 0.5, Rounding.HALF_EVEN));
    assertThat(network.layers()).hasSize(4);
    assertThat(network.layers().get(0).activation()).isInstanceOf(Activation.MultiThreshold.class);
    assertThat(network.layers().get(3).activation()).isEqualTo(new Activation.Identity());
    assertThat(network.decision())
        .isEqualTo(new Decision.ArgMax(LongVector.filled(10, 1), LongVector.filled(10, 0)));
  }

  private static IntegerNetwork read(String model) {
    ImportedModel imported = ModelReader.read(shared("models/qonnx/" + model), InputDefaults.NONE);
    return ((ImportedModel.Quantized) imported).network();
  }

  private static Path shared(String name) {
    Path path = SHARED.resolve(name);
    assumeTrue(Files.exists(path), "skipped: no " + name + " in ../shared");
    return path;
  }

  /** Images of an IDX file as rows of {@code pixel / 255}. */
  private static double[][] images(Path path) throws IOException {
    try (InputStream file = Files.newInputStream(path);
        DataInputStream in = new DataInputStream(new GZIPInputStream(file))) {
      assertThat(in.readInt()).isEqualTo(0x803);
      int count = in.readInt();
      int size = in.readInt() * in.readInt();
      double[][] rows = new double[count][size];
      for (double[] row : rows) {
        for (int i = 0; i < size; i++) {
          row[i] = in.readUnsignedByte() / 255.0;
        }
      }
      return rows;
    }
  }
}
