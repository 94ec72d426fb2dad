package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));

  @TempDir Path folder;

  @Test
  void theSnippetIsTheClassThatTheseTestsCompile() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    String snippet = readme.split("```java\n")[1].split("```")[0];
    String source =
        Files.readString(ROOT.resolve("cli/src/test/java/io/hdlgen/cli/ReadmeExample.java"));
    assertThat(source).isEqualTo("package io.hdlgen.cli;\n\n" + snippet);
  }

  @Test
  void theSnippetWorks() {
    assertThat(ReadmeExample.emit(folder.resolve("digits"))).isTrue();
    assertThat(folder.resolve("digits/rtl/digits.v")).exists();
  }

  @Test
  void everyCommandOfTheTourExists() throws IOException {
    CommandLine commandLine =
        Main.commandLine(
            new Terminal(
                new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), false));
    String[] parts = Files.readString(ROOT.resolve("README.md")).split("```");
    IntStream.range(0, parts.length)
        .filter(part -> part % 2 == 1)
        .boxed()
        .flatMap(part -> parts[part].lines())
        .filter(line -> line.matches("(bin/)?hdlgen [a-z].*"))
        .map(line -> line.replaceFirst("[|#].*", "").strip().split("\\s+"))
        .forEach(words -> commandLine.parseArgs(Arrays.copyOfRange(words, 1, words.length)));
  }
}
