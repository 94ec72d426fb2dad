package io.hdlgen.quantizer.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.json.FloatModelJson;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Models as PyTorch, scikit-learn and Keras export them, against onnxruntime on every row. {@code
 * interop/float_models.py} makes them.
 */
class ExportedModelsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static Path folder() {
    try {
      return Path.of(ExportedModelsTest.class.getResource("/float-models/index.txt").toURI())
          .getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> index() throws IOException {
    return Files.readAllLines(folder().resolve("index.txt")).stream();
  }

  static Stream<String> readable() throws IOException {
    return index().filter(name -> !name.startsWith("refused-"));
  }

  static Stream<String> refused() throws IOException {
    return index().filter(name -> name.startsWith("refused-"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readable")
  void givesTheScoresAndClassesOfOnnxruntime(String name) throws IOException {
    JsonNode expected = MAPPER.readTree(folder().resolve(name + ".json").toFile());
    FloatNetwork network = read(name);
    assertThat(network.classNames()).isEqualTo(texts(expected.get("classNames")));
    if (!expected.get("features").isEmpty()) {
      assertThat(network.featureNames()).isEqualTo(texts(expected.get("features")));
    }
    List<String> labels = new ArrayList<>();
    for (int r = 0; r < expected.get("inputs").size(); r++) {
      double[] x = numbers(expected.at("/inputs/" + r));
      double[] found = transformed(network.outputs(x), expected.get("kind").asText());
      double[] wanted = numbers(expected.at("/outputs/" + r));
      int shift = wanted.length - found.length;
      for (int k = 0; k < found.length; k++) {
        double value = wanted[k + shift];
        assertThat(found[k]).isCloseTo(value, within(1e-4 * Math.max(1e-2, Math.abs(value))));
      }
      labels.add(network.classLabels().get(network.classify(x)));
    }
    assertThat(labels).isEqualTo(texts(expected.get("labels")));
    assertThat(labels.stream().distinct().count()).as("classes seen").isGreaterThan(1);
    String text = FloatModelJson.write(network);
    assertThat(FloatModelJson.parse(text, name)).isEqualTo(network);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void refusesInOneLine(String name) throws IOException {
    JsonNode expected = MAPPER.readTree(folder().resolve(name + ".json").toFile());
    assertThatThrownBy(() -> read(name))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(expected.get("message").asText())
        .hasMessageContaining(name + ".onnx")
        .hasMessageNotContaining("\n");
  }

  private static FloatNetwork read(String name) {
    ImportedModel model = ModelReader.read(folder().resolve(name + ".onnx"), InputDefaults.NONE);
    return ((ImportedModel.Floating) model).network();
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

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
