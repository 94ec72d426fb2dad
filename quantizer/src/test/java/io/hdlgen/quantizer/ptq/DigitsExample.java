package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.data.DatasetReader;
import io.hdlgen.quantizer.data.ReadOptions;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.onnx.ImportedModel;
import io.hdlgen.quantizer.onnx.InputDefaults;
import io.hdlgen.quantizer.onnx.ModelReader;
import java.nio.file.Path;
import java.util.List;

/** The repository's digits example: its float network and its two tables. */
final class DigitsExample {
  private static final Path FOLDER =
      Path.of(System.getProperty("project.root", "..")).resolve("examples/digits");

  /** Rows of a table: pixels {@code [rows][64]} and the digit of each. */
  record Table(List<String> names, double[][] pixels, int[] digits) {}

  private DigitsExample() {}

  static Table train() {
    return table("train.csv");
  }

  static Table test() {
    return table("test.csv");
  }

  private static Table table(String file) {
    Dataset data = DatasetReader.read(FOLDER.resolve(file), ReadOptions.defaults());
    int[] digits = data.labels().stream().mapToInt(Integer::parseInt).toArray();
    return new Table(data.featureNames(), data.rows(), digits);
  }

  /** The network, with the tables' names of the pixels. */
  static FloatNetwork network() {
    ImportedModel model = ModelReader.read(FOLDER.resolve("digits.onnx"), InputDefaults.NONE);
    FloatNetwork network = ((ImportedModel.Floating) model).network();
    return new FloatNetwork(network.name(), train().names(), network.layers());
  }
}
