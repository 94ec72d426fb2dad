package io.hdlgen.quantizer.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hdlgen.quantizer.data.DatasetReader;
import io.hdlgen.quantizer.data.FeatureEncoder;
import io.hdlgen.quantizer.data.ReadOptions;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.onnx.ImportedModel;
import io.hdlgen.quantizer.onnx.InputDefaults;
import io.hdlgen.quantizer.onnx.ModelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every accumulator and every activation inside a published network, as NumPy computed them. Rows
 * of neurons whose batch normalisation has a negative factor are negated in the integer network, so
 * such an accumulator has the other sign, on every image.
 */
class GoldenIntermediatesTest {
  private static final int TRACED = 500;
  private static final int IMAGES = 10_000;

  @TempDir Path folder;

  @Test
  void accumulatorsAndValuesOfTheTwoBitNetwork() throws IOException {
    Path golden = shared("golden/TFC_2W2A_t10k_intermediates_500.npz");
    ImportedModel model =
        ModelReader.read(shared("models/qonnx/TFC_2W2A.onnx"), InputDefaults.NONE);
    IntegerNetwork network = ((ImportedModel.Quantized) model).network();
    long[][] codes =
        FeatureEncoder.encode(
            network,
            DatasetReader.read(
                shared("data/mnist/t10k-images-idx3-ubyte.gz"), ReadOptions.defaults()));
    LongVector[][] accumulators = new LongVector[4][];
    LongVector[][] activations = new LongVector[4][];
    for (int l = 0; l < 4; l++) {
      accumulators[l] = array(golden, "acc" + l, l < 3 ? TRACED : IMAGES);
      activations[l] = array(golden, "act" + l, TRACED);
    }
    ReferenceModel reference = new ReferenceModel(network);
    LongVector[] signs = new LongVector[3];
    Inference first = reference.infer(codes[0]);
    for (int l = 0; l < 3; l++) {
      signs[l] = signs(first.accumulators().get(l), accumulators[l][0]);
      long negated = Arrays.stream(signs[l].toArray()).filter(sign -> sign < 0).count();
      assertThat(negated).as("layer %d", l).isLessThan(8);
    }
    for (int image = 0; image < IMAGES; image++) {
      Inference inference = reference.infer(codes[image]);
      assertThat(inference.accumulators().get(3)).isEqualTo(accumulators[3][image]);
      if (image < TRACED) {
        assertThat(LongVector.of(codes[image])).isEqualTo(activations[0][image]);
        for (int l = 0; l < 3; l++) {
          String place = "image %d layer %d".formatted(image, l);
          assertThat(times(inference.accumulators().get(l), signs[l]))
              .as(place)
              .isEqualTo(accumulators[l][image]);
          assertThat(inference.values().get(l)).as(place).isEqualTo(activations[l + 1][image]);
        }
      }
    }
  }

  /** -1 for neurons that compute the negated accumulator. */
  private static LongVector signs(LongVector found, LongVector expected) {
    long[] signs = new long[found.size()];
    Arrays.setAll(signs, n -> found.get(n) == expected.get(n) ? 1 : -1);
    return LongVector.of(signs);
  }

  private static LongVector times(LongVector values, LongVector factors) {
    long[] products = new long[values.size()];
    Arrays.setAll(products, n -> values.get(n) * factors.get(n));
    return LongVector.of(products);
  }

  private LongVector[] array(Path archive, String name, int rows) throws IOException {
    Path file = folder.resolve(name + ".npy");
    try (ZipFile zip = new ZipFile(archive.toFile());
        var member = zip.getInputStream(zip.getEntry(name + ".npy"))) {
      Files.copy(member, file);
    }
    double[][] values = DatasetReader.read(file, ReadOptions.defaults()).rows();
    assertThat(values).hasNumberOfRows(rows);
    return Arrays.stream(values)
        .map(row -> LongVector.of(Arrays.stream(row).mapToLong(value -> (long) value).toArray()))
        .toArray(LongVector[]::new);
  }

  private static Path shared(String name) {
    Path path = Path.of(System.getProperty("project.root", "..")).resolve("../shared");
    assumeTrue(Files.exists(path.resolve(name)), "skipped: no " + name + " in ../shared");
    return path.resolve(name);
  }
}
