package io.hdlgen.quantizer.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.network.IntegerNetwork;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Networks that Brevitas or ONNX Runtime quantized are what these compute, to the last integer. The
 * READMEs beside the files say how they are made.
 */
class QuantizedImportTest {

  static Stream<Path> models() throws IOException, URISyntaxException {
    List<Path> models = new ArrayList<>();
    for (String folder : List.of("/brevitas", "/qdq")) {
      Path readme = Path.of(QuantizedImportTest.class.getResource(folder + "/README.md").toURI());
      try (Stream<Path> files = Files.list(readme.getParent())) {
        files.filter(file -> file.toString().endsWith(".onnx")).sorted().forEach(models::add);
      }
    }
    return models.stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyIntegerIsTheExporters(Path file) throws IOException {
    ImportedModel model = ModelReader.read(file, InputDefaults.NONE);
    IntegerNetwork network = ((ImportedModel.Quantized) model).network();

    BrevitasRecord.Comparison comparison = BrevitasRecord.beside(file).compare(network);

    assertThat(comparison.rows()).isPositive();
    assertThat(comparison.differences()).as(file.getFileName().toString()).isEmpty();
  }
}
