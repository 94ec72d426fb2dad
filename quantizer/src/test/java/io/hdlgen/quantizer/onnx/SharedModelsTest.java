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
import io.hdlgen.quantizer.onnx.graph.GraphReader;
import io.hdlgen.quantizer.onnx.graph.Tensor;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

  @Test
  void jetTaggingOrdersItsClassesAsAPlainEvaluation() {
    IntegerNetwork network = read("qkeras_jettagging.onnx");
    Map<String, Tensor> tensors =
        GraphReader.read(shared("models/qonnx/qkeras_jettagging.onnx")).initialisers();
    Random random = new Random(5);

    for (int trial = 0; trial < 10_000; trial++) {
      double spread = trial % 2 == 0 ? 8 : 2;
      double[] x = new double[16];
      // On the grid of the default input codes and inside their range.
      Arrays.setAll(
          x,
          i ->
              Math.rint(Math.max(-31, Math.min(31, random.nextGaussian() * spread)) * 1024) / 1024);
      double[] y = jetTagging(tensors, x);
      long[] scores = PlainEvaluation.scores(network, x);
      for (int k = 0; k < 5; k++) {
        // All scales are powers of two and biases multiples of them: scores are the real outputs.
        assertThat(scores[k] * 0x1p-11).as("trial %d, class %d", trial, k).isEqualTo(y[k]);
      }
    }
  }

  /** The network by the names of its tensors: weights and biases of 6 bits, ReLU, Quant. */
  private static double[] jetTagging(Map<String, Tensor> tensors, double[] x) {
    double[] current = x;
    for (int layer = 3; layer >= 0; layer--) {
      double[] weights = tensors.get("Quant_" + 2 * layer + "_param0").values();
      double[] biases = tensors.get("Quant_" + (2 * layer + 1) + "_param0").values();
      double[] next = new double[biases.length];
      for (int j = 0; j < next.length; j++) {
        next[j] = sixBits(biases[j]);
        for (int i = 0; i < current.length; i++) {
          next[j] += current[i] * sixBits(weights[i * next.length + j]);
        }
        if (layer > 0) {
          next[j] = Math.min(Math.rint(Math.max(0, next[j]) / 0x1p-6), 63) * 0x1p-6;
        }
      }
      current = next;
    }
    return current;
  }

  private static double sixBits(double weight) {
    return Math.max(-32, Math.min(31, Math.rint(weight / 0x1p-5))) * 0x1p-5;
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
