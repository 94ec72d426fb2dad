package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code emit} writes the same bytes wherever and in whatever surroundings it runs. */
class SameBytesTest {
  /** Names that a wrong encoding or a Turkish lower case would spoil. */
  private static final String NETWORK =
      """
      {
        "format": "hdlgen-network",
        "version": 1,
        "name": "INPUT",
        "inputs": [
          {"name": "I", "bits": 4, "encoding": "signed", "min": -8, "max": 7, "scale": 0.1, "offset": 0.0, "rounding": "half_even"},
          {"name": "größe", "bits": 3, "encoding": "unsigned", "min": 0, "max": 7, "scale": 1.5, "offset": 0.0, "rounding": "floor"}
        ],
        "layers": [
          {"name": "TITLE", "weights": [[1, -2], [3, 1]], "biases": [1, 0], "activation": {"kind": "shift_relu", "drop": 1, "bits": 3}},
          {"name": "l1", "weights": [[1, -2], [3, 1]], "biases": [1, 0], "activation": {"kind": "identity"}}
        ],
        "decision": {"kind": "arg_max", "multipliers": [1, 1], "offsets": [0, 0]},
        "classNames": ["ıslak", "日本"]
      }
      """;

  @TempDir Path folder;

  @Test
  void ofANetwork() throws Exception {
    Path model = Files.writeString(folder.resolve("INPUT.json"), NETWORK, StandardCharsets.UTF_8);
    Map<String, String> here =
        here(List.of("emit", model.toString(), "--outputs", "both", "--count", "100"));
    Map<String, String> there =
        there(List.of("emit", "../../INPUT.json", "--outputs", "both", "--count", "100"));
    assertThat(there).isEqualTo(here);
    assertThat(here).containsKeys("rtl/input_1.v", "verification.json", "manifest.json");
  }

  @Test
  void ofTheExampleWithItsTraining() throws Exception {
    Map<String, String> here = here(List.of("emit", "--bits", "2", "--threads", "1"));
    Map<String, String> there = there(List.of("emit", "--bits", "2", "--threads", "2"));
    assertThat(there).isEqualTo(here);
    assertThat(here).containsKeys("rtl/digits_l0.v", "verification.json", "manifest.json");
  }

  private Map<String, String> here(List<String> arguments) throws Exception {
    Path place = Files.createDirectory(folder.resolve("here"));
    return emit(
        place,
        new CommandProcess(
            place,
            Map.of("LC_ALL", "C.UTF-8", "TZ", "UTC"),
            "-Duser.language=en",
            "-Duser.country=US",
            "-Duser.timezone=UTC",
            "-Dfile.encoding=UTF-8"),
        arguments,
        place.resolve("design"));
  }

  private Map<String, String> there(List<String> arguments) throws Exception {
    Path place = Files.createDirectories(folder.resolve("some where/else"));
    return emit(
        place,
        new CommandProcess(
            place,
            Map.of("LC_ALL", "C", "TZ", "Asia/Kathmandu", "LANG", "tr_TR.ISO-8859-9"),
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=Asia/Kathmandu",
            "-Dfile.encoding=ISO-8859-1",
            "-Dline.separator=\r\n"),
        arguments,
        Path.of("../other name"));
  }

  /** What lies in the design folder, byte by byte. */
  private static Map<String, String> emit(
      Path place, CommandProcess process, List<String> arguments, Path output) throws Exception {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("-o", output.toString()));
    CommandRun run = process.run(all.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return contents(place.resolve(output));
  }

  private static Map<String, String> contents(Path design) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(design)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(
            design.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }
}
