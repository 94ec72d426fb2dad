package io.hdlgen.quantizer.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.network.IntegerNetwork;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Networks that Brevitas exported are what Brevitas computes, to the last integer. The files are
 * made by {@code interop/brevitas_models.py}; see the README beside them.
 */
class BrevitasImportTest {

  static Stream<Path> models() throws IOException, URISyntaxException {
    Path folder = Path.of(System.getProperty("brevitas.models", resources().toString()));
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".onnx")).sorted().toList().stream();
    }
  }

  private static Path resources() throws URISyntaxException {
    return Path.of(BrevitasImportTest.class.getResource("/brevitas/README.md").toURI()).getParent();
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyIntegerIsBrevitas(Path file) throws IOException {
    ImportedModel model = ModelReader.read(file, InputDefaults.NONE);
    IntegerNetwork network = ((ImportedModel.Quantized) model).network();

    BrevitasRecord.Comparison comparison = BrevitasRecord.beside(file).compare(network);

    assertThat(comparison.rows()).isPositive();
    assertThat(comparison.differences()).as(file.getFileName().toString()).isEmpty();
  }
}
