package io.hdlgen.quantizer.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hdlgen.quantizer.floating.FloatNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What onnxruntime says of a float model, as {@code interop/records.py} writes it beside it. */
final class FloatRecord {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final double SMALL = 1e-2;

  private final Path model;
  private final JsonNode expected;

  private FloatRecord(Path model, JsonNode expected) {
    this.model = model;
    this.expected = expected;
  }

  /**
   * How a network compares with the record.
   *
   * @param labels the class of each row
   * @param greatest the greatest difference of an output, relative to it or, if it is small, to
   *     0.01
   * @param differences lines on what differs by more than the record allows
   */
  record Comparison(
      int rows, int numbers, List<String> labels, double greatest, List<String> differences) {}

  /** The models of a folder, by the names in its index. */
  static List<Path> models(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve("index.txt")).stream()
        .map(name -> folder.resolve(name + ".onnx"))
        .toList();
  }

  static FloatRecord beside(Path model) throws IOException {
    String name = model.getFileName().toString().replaceFirst("\\.onnx$", ".json");
    return new FloatRecord(model, MAPPER.readTree(model.resolveSibling(name).toFile()));
  }

  static boolean isRefused(Path model) {
    return model.getFileName().toString().startsWith("refused-");
  }

  /** What the refusal of the model must contain. */
  String message() {
    return expected.get("message").asText();
  }

  FloatNetwork read() {
    ImportedModel imported = ModelReader.read(model, InputDefaults.NONE);
    return ((ImportedModel.Floating) imported).network();
  }

  Comparison compare(FloatNetwork network) {
    List<String> differences = new ArrayList<>();
    compare("names of classes", texts("classNames"), network.classNames(), differences);
    if (!expected.get("features").isEmpty()) {
      compare("names of features", texts("features"), network.featureNames(), differences);
    }
    double tolerance = expected.get("tolerance").asDouble();
    List<String> wantedLabels = texts("labels");
    List<String> labels = new ArrayList<>();
    double greatest = 0;
    int numbers = 0;
    for (int r = 0; r < expected.get("inputs").size(); r++) {
      double[] x = numbers(expected.get("inputs").get(r));
      double[] wanted = numbers(expected.get("outputs").get(r));
      double[] found = transformed(network.outputs(x), expected.get("kind").asText());
      int shift = wanted.length - found.length;
      boolean close = true;
      for (int k = 0; k < found.length; k++) {
        double value = wanted[k + shift];
        double difference = Math.abs(found[k] - value) / Math.max(SMALL, Math.abs(value));
        greatest = Math.max(greatest, difference);
        close &= difference <= tolerance;
      }
      numbers += found.length + 1;
      labels.add(network.classLabels().get(network.classify(x)));
      if (!close || !labels.get(r).equals(wantedLabels.get(r))) {
        differences.add(
            "row %d: %s, class %s; found %s, class %s"
                .formatted(
                    r,
                    Arrays.toString(wanted),
                    wantedLabels.get(r),
                    Arrays.toString(found),
                    labels.get(r)));
      }
    }
    return new Comparison(labels.size(), numbers, labels, greatest, differences);
  }

  private static void compare(
      String what, List<String> wanted, List<String> found, List<String> differences) {
    if (!wanted.equals(found)) {
      differences.add(what + " " + wanted + "; found " + found);
    }
  }

  private static double[] transformed(double[] scores, String kind) {
    if (kind.equals("scores")) {
      return scores;
    }
    if (kind.equals("sigmoid")) {
      return Arrays.stream(scores).map(s -> 1 / (1 + Math.exp(-s))).toArray();
    }
    double sum = Arrays.stream(scores).map(Math::exp).sum();
    return Arrays.stream(scores)
        .map(s -> kind.equals("softmax") ? Math.exp(s) / sum : s - Math.log(sum))
        .toArray();
  }

  private static double[] numbers(JsonNode array) {
    double[] numbers = new double[array.size()];
    Arrays.setAll(numbers, i -> array.get(i).asDouble());
    return numbers;
  }

  private List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    expected.get(key).forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
