package io.hdlgen.hdl.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.testing.Designs;
import io.hdlgen.hdl.testing.VerilogTools;
import io.hdlgen.hdl.text.NetlistWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is emitted for four small networks, byte for byte. {@code -Dgolden.update=true} writes the
 * expected files anew; look at the difference before it is committed.
 */
class GoldenTest {
  private static final Path GOLDEN =
      Path.of(System.getProperty("project.root", ".."), "hdlgen/src/test/resources/golden");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Designs.class)
  void emittedFilesAreTheExpectedOnes(Designs sample) throws IOException {
    Map<String, String> emitted = new TreeMap<>();
    sample.compile().files().forEach(file -> emitted.put(file.name(), file.text()));
    emitted.put("netlist.txt", NetlistWriter.write(sample.compile().netlist()));
    Path expected = GOLDEN.resolve(sample.top());
    if (Boolean.getBoolean("golden.update")) {
      replace(expected, emitted);
    }
    assertThat(read(expected)).isEqualTo(emitted);
  }

  @ParameterizedTest
  @EnumSource(VerilogTools.class)
  void expectedFilesAreClean(VerilogTools tool) throws IOException, InterruptedException {
    tool.require();
    for (Designs sample : Designs.values()) {
      List<VerilogFile> files = new ArrayList<>();
      read(GOLDEN.resolve(sample.top()))
          .forEach(
              (name, text) -> {
                if (name.endsWith(".v")) {
                  files.add(new VerilogFile(name, text));
                }
              });
      Path place = Files.createDirectory(folder.resolve(sample.top()));
      tool.assertClean(sample.top(), place, sample.top(), files);
    }
  }

  private static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      for (Path file : list(folder)) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }

  private static void replace(Path folder, Map<String, String> texts) throws IOException {
    Files.createDirectories(folder);
    for (Path file : list(folder)) {
      Files.delete(file);
    }
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Files.writeString(folder.resolve(text.getKey()), text.getValue());
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
