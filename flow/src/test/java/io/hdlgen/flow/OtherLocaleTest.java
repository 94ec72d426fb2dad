package io.hdlgen.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.flow.design.DesignFixture;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Bus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What emit writes does not depend on the locale of a program that calls it as a library. */
class OtherLocaleTest {
  /** Its digits are not those of ASCII. */
  private static final Locale ARABIC = Locale.forLanguageTag("ar-EG-u-nu-arab");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "COMBINATIONAL, STREAM, false",
    "UNROLLED, AXI4_LITE, false",
    "FOLDED, STREAM, false",
    "FOLDED, STREAM, true"
  })
  void emittedFilesAreTheSame(ArchitectureChoice architecture, Bus bus, boolean loadable)
      throws IOException {
    Map<String, String> expected = emit(architecture, bus, loadable);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(ARABIC);
      Map<String, String> found = emit(architecture, bus, loadable);
      assertThat(found.keySet()).isEqualTo(expected.keySet());
      for (String name : found.keySet()) {
        List<String> lines = new ArrayList<>(found.get(name).lines().toList());
        lines.removeAll(expected.get(name).lines().toList());
        assertThat(lines).as(name).isEmpty();
        assertThat(found.get(name).equals(expected.get(name))).as(name).isTrue();
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  private Map<String, String> emit(ArchitectureChoice architecture, Bus bus, boolean loadable)
      throws IOException {
    EmitRequest request =
        EmitRequest.of(DesignFixture.folder().resolve("network.json"))
            .withHardware(
                new EmitRequest.Hardware(
                    architecture,
                    Optional.of(Outputs.BOTH),
                    Optional.empty(),
                    Multiplication.AUTO,
                    "generic",
                    OptionalDouble.of(100),
                    OptionalInt.empty(),
                    Optional.of("door"),
                    bus,
                    loadable))
            .withCheck(new EmitRequest.Check(OptionalInt.of(8), 1, false))
            .withOutput(folder.resolve("design"));
    Path design = Hdlgen.emit(request, Progress.NONE).folder().orElseThrow();
    Map<String, String> files = new TreeMap<>();
    List<Path> paths;
    try (Stream<Path> all = Files.walk(design)) {
      paths = all.filter(Files::isRegularFile).toList();
    }
    for (Path path : paths) {
      // Not all of them are text.
      files.put(
          design.relativize(path).toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
    }
    return files;
  }
}
