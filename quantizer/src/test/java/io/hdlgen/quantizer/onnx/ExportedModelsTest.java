package io.hdlgen.quantizer.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.json.FloatModelJson;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Models as PyTorch, scikit-learn and Keras export them, against onnxruntime on every row. {@code
 * interop/float_models.py} and {@code interop/keras_models.py} make them.
 */
class ExportedModelsTest {
  private static Stream<Path> models() throws IOException, URISyntaxException {
    List<Path> models = new ArrayList<>();
    for (String folder : List.of("/float-models", "/keras-models")) {
      Path index = Path.of(ExportedModelsTest.class.getResource(folder + "/index.txt").toURI());
      models.addAll(FloatRecord.models(index.getParent()));
    }
    return models.stream();
  }

  static Stream<Named<Path>> readable() throws IOException, URISyntaxException {
    return models().filter(model -> !FloatRecord.isRefused(model)).map(ExportedModelsTest::named);
  }

  static Stream<Named<Path>> refused() throws IOException, URISyntaxException {
    return models().filter(FloatRecord::isRefused).map(ExportedModelsTest::named);
  }

  private static Named<Path> named(Path model) {
    return Named.of(model.getFileName().toString(), model);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readable")
  void givesTheScoresAndClassesOfOnnxruntime(Path model) throws IOException {
    FloatRecord expected = FloatRecord.beside(model);
    FloatNetwork network = expected.read();
    FloatRecord.Comparison comparison = expected.compare(network);
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.labels().stream().distinct().count()).as("classes seen").isGreaterThan(1);
    String text = FloatModelJson.write(network);
    assertThat(FloatModelJson.parse(text, model.toString())).isEqualTo(network);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void refusesInOneLine(Path model) throws IOException {
    FloatRecord expected = FloatRecord.beside(model);
    assertThatThrownBy(expected::read)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(expected.message())
        .hasMessageContaining(model.getFileName().toString())
        .hasMessageNotContaining("\n");
  }
}
