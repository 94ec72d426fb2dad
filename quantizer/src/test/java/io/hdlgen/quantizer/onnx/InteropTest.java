package io.hdlgen.quantizer.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.data.DatasetReader;
import io.hdlgen.quantizer.data.ReadOptions;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.onnx.export.QonnxWriter;
import io.hdlgen.quantizer.ptq.PostTrainingQuantizer;
import io.hdlgen.quantizer.ptq.PtqOptions;
import io.hdlgen.quantizer.reference.Inference;
import io.hdlgen.quantizer.reference.RandomNetworks;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The Java half of {@code bin/interop}: exports networks, with what the reference computes, for
 * Python to run; and reads networks that Brevitas, ONNX Runtime, PyTorch, scikit-learn and Keras
 * have just exported. Folders come as system properties.
 */
@Tag("interop")
class InteropTest {
  private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));
  private static final int RANDOM_NETWORKS = 40;
  private static final int RANDOM_ROWS = 200;
  private static final int MAX_IMAGES = 1_000;

  @Test
  void exportNetworksAndWhatTheReferenceComputes() throws IOException {
    Path folder = folder("interop.exports");
    exportRandomNetworks(folder);
    exportDigits(folder);
    for (String name : List.of("TFC_2W2A", "TFC_1W1A", "qkeras_jettagging")) {
      exportPublished(folder, name);
    }
  }

  private static void exportRandomNetworks(Path folder) throws IOException {
    int exported = 0;
    for (int seed = 0; exported < RANDOM_NETWORKS; seed++) {
      RandomNetworks networks = new RandomNetworks(seed);
      IntegerNetwork network = networks.next();
      // Networks whose values a 32-bit float cannot hold have a note, or are refused.
      if (isWithinFloats(network)) {
        export(folder, "random-%02d".formatted(exported), network, inputs(network, seed));
        exported++;
      }
    }
  }

  private static boolean isWithinFloats(IntegerNetwork network) {
    try {
      QonnxWriter.write(network);
      return QonnxWriter.notes(network).isEmpty();
    } catch (RuntimeException refused) {
      return false;
    }
  }

  /** Inputs on the borders between codes, and anywhere. */
  private static double[][] inputs(IntegerNetwork network, int seed) {
    Random random = new Random(seed);
    double[][] rows = new double[RANDOM_ROWS][network.inputs().size()];
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < rows[r].length; i++) {
        InputFeature feature = network.inputs().get(i);
        double code = random.nextLong(feature.min() - 1, feature.max() + 2);
        rows[r][i] = feature.offset() + feature.scale() * (code + 0.25 * random.nextInt(4));
      }
    }
    return rows;
  }

  private static void exportDigits(Path folder) throws IOException {
    Path digits = ROOT.resolve("examples/digits");
    ImportedModel model = ModelReader.read(digits.resolve("digits.onnx"), InputDefaults.NONE);
    FloatNetwork network = ((ImportedModel.Floating) model).network();
    double[][] train = rows(digits.resolve("train.csv"));
    double[][] test = rows(digits.resolve("test.csv"));
    for (int bits : new int[] {8, 4, 3, 2, 1}) {
      PtqOptions options = PtqOptions.of(bits, bits, 8);
      export(
          folder,
          "digits-" + bits + "-bits",
          PostTrainingQuantizer.quantize(network, train, options),
          test);
    }
  }

  private static void exportPublished(Path folder, String name) throws IOException {
    Path shared = ROOT.resolve("../shared");
    Path file = shared.resolve("models/qonnx/" + name + ".onnx");
    if (!Files.exists(file)) {
      System.out.println("left out: no " + name + " in ../shared");
      return;
    }
    ImportedModel model = ModelReader.read(file, InputDefaults.NONE);
    IntegerNetwork network = ((ImportedModel.Quantized) model).network();
    if (name.startsWith("TFC")) {
      double[][] images = rows(shared.resolve("data/mnist/t10k-images-idx3-ubyte.gz"));
      double[][] scaled =
          Arrays.stream(images)
              .limit(MAX_IMAGES)
              .map(image -> Arrays.stream(image).map(pixel -> pixel / 255).toArray())
              .toArray(double[][]::new);
      export(folder, name, network, scaled);
    } else {
      export(folder, name, network, inputs(network, 1));
    }
  }

  private static double[][] rows(Path file) {
    return DatasetReader.read(file, ReadOptions.defaults()).rows();
  }

  /** Writes the network, its record, and checks that our own reader computes the same. */
  private static void export(Path folder, String name, IntegerNetwork network, double[][] inputs)
      throws IOException {
    Path file = Files.write(folder.resolve(name + ".onnx"), QonnxWriter.write(network));
    IntegerNetwork read =
        ((ImportedModel.Quantized) ModelReader.read(file, InputDefaults.NONE)).network();
    ReferenceModel reference = new ReferenceModel(network);
    ReferenceModel again = new ReferenceModel(read);
    List<String> lines = new ArrayList<>();
    for (double[] row : inputs) {
      List<String> cells = new ArrayList<>();
      long[] codes = new long[row.length];
      long[] codesAgain = new long[row.length];
      for (int i = 0; i < row.length; i++) {
        float x = (float) row[i];
        cells.add(Float.toString(x));
        codes[i] = network.inputs().get(i).encode(x);
        codesAgain[i] = read.inputs().get(i).encode(x);
      }
      Inference inference = reference.infer(codes);
      Inference inferenceAgain = again.infer(codesAgain);
      assertThat(inferenceAgain.scores()).as(name).isEqualTo(inference.scores());
      assertThat(inferenceAgain.classIndex()).as(name).isEqualTo(inference.classIndex());
      add(cells, codes);
      for (int l = 0; l < network.layers().size(); l++) {
        add(cells, inference.accumulators().get(l).toArray());
        add(cells, inference.values().get(l).toArray());
      }
      add(cells, inference.scores().toArray());
      cells.add(Integer.toString(inference.classIndex()));
      lines.add(String.join(",", cells));
    }
    lines.add(0, header(network));
    Files.write(folder.resolve(name + ".csv"), lines);
  }

  private static String header(IntegerNetwork network) {
    List<String> header = new ArrayList<>();
    name(header, "x", network.inputs().size());
    name(header, "codes", network.inputs().size());
    for (int l = 0; l < network.layers().size(); l++) {
      name(header, "l" + l + "_acc", network.layers().get(l).outputs());
      name(header, "l" + l + "_act", network.layers().get(l).outputs());
    }
    name(header, "scores", network.scores());
    header.add("class");
    return String.join(",", header);
  }

  private static void name(List<String> header, String name, int count) {
    for (int i = 0; i < count; i++) {
      header.add(name + ":" + i);
    }
  }

  private static void add(List<String> cells, long[] numbers) {
    Arrays.stream(numbers).mapToObj(Long::toString).forEach(cells::add);
  }

  /** Each folder holds networks of one exporter, with a record of their integers beside each. */
  @Test
  void readWhatQuantizersExported() throws IOException {
    long different = 0;
    for (Path exporter : folders("interop.integers")) {
      List<Path> models;
      try (Stream<Path> files = Files.list(exporter)) {
        models = files.filter(f -> f.toString().endsWith(".onnx")).sorted().toList();
      }
      assertThat(models).isNotEmpty();
      System.out.printf(
          "%n%-30s   rows   numbers  equal scores  different%n", exporter.getFileName());
      long numbers = 0;
      for (Path file : models) {
        ImportedModel model = ModelReader.read(file, InputDefaults.NONE);
        IntegerNetwork network = ((ImportedModel.Quantized) model).network();
        BrevitasRecord.Comparison comparison = BrevitasRecord.beside(file).compare(network);
        System.out.printf(
            "%-30s %6d %9d %13d %10d%n",
            file.getFileName(),
            comparison.rows(),
            comparison.numbers(),
            comparison.ties(),
            comparison.differences().size());
        comparison.differences().stream().limit(3).forEach(System.out::println);
        different += comparison.differences().size();
        numbers += comparison.numbers();
      }
      System.out.printf("%d networks, %d numbers compared%n", models.size(), numbers);
    }
    assertThat(different).as("rows that differ").isZero();
  }

  /** Each folder holds models of one exporter, as {@code interop/records.py} writes them. */
  @Test
  void readWhatFloatExportersWrote() throws IOException {
    int different = 0;
    for (Path folder : folders("interop.floats")) {
      System.out.printf(
          "%nFloat models, %-30s rows   numbers  greatest difference  different%n",
          folder.getFileName());
      int read = 0;
      int refused = 0;
      long numbers = 0;
      for (Path model : FloatRecord.models(folder)) {
        FloatRecord expected = FloatRecord.beside(model);
        String name = model.getFileName().toString();
        if (FloatRecord.isRefused(model)) {
          assertThatThrownBy(expected::read).as(name).hasMessageContaining(expected.message());
          refused++;
          continue;
        }
        FloatRecord.Comparison comparison = expected.compare(expected.read());
        System.out.printf(
            Locale.ROOT,
            "%-44s %5d %9d %20.1e %10d%n",
            name,
            comparison.rows(),
            comparison.numbers(),
            comparison.greatest(),
            comparison.differences().size());
        comparison.differences().stream().limit(3).forEach(System.out::println);
        different += comparison.differences().size();
        numbers += comparison.numbers();
        read++;
      }
      System.out.printf(
          "%d models, %d numbers compared; %d refused, as they must be%n", read, numbers, refused);
    }
    assertThat(different).as("rows that differ").isZero();
  }

  private static List<Path> folders(String property) throws IOException {
    try (Stream<Path> found = Files.list(folder(property))) {
      return found.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static Path folder(String property) {
    return Path.of(System.getProperty(property));
  }
}
