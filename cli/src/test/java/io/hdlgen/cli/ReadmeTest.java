package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hdlgen.explore.ExploreResult;
import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.front.PrintedCost;
import io.hdlgen.explore.front.Quality;
import io.hdlgen.flow.doctor.Doctor;
import io.hdlgen.flow.doctor.Tool;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** With {@code -Dgolden.update=true}, what is shown becomes what is. */
  @Test
  void theSummaryIsWhatTheExamplePrints() throws IOException {
    assumeTrue(
        Doctor.ofEnvironment().find(Tool.VERILATOR).isPresent()
            || Boolean.getBoolean("require.tools"),
        "skipped: no verilator");
    Path design = folder.resolve("digits");
    CommandRun run = CommandRun.of("emit", "--bits", "2", "-o", design.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    String summary = run.out().replace(design.toString(), "digits").replace("\r", "");
    compare("ends like this:\n\n```\n", summary);
  }

  /** As the summary. */
  @Test
  void theNeuronIsWhatIsEmitted() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/interface.md"));
    Path network = folder.resolve("door.json");
    Files.writeString(network, page.split("```json\n")[1].split("```")[0]);
    Path design = folder.resolve("door");
    CommandRun run = CommandRun.of("emit", network.toString(), "-o", design.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    String layer = Files.readString(design.resolve("rtl/door_l0.v"));
    int from = layer.indexOf("  // Layer 0 neuron 1:");
    compare("```verilog\n", layer.substring(from, layer.indexOf("  assign ", from)));
  }

  /** As the summary. */
  @Test
  void thePipelineIsTheExamples() throws IOException {
    Path design = folder.resolve("small");
    CommandRun run =
        CommandRun.of("emit", "--bits", "2", "--target-fps", "100000", "-o", design.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    compare("```text\n", Files.readString(design.resolve("pipeline.txt")));
  }

  /** The figures are of a search that takes too long here; that they are printed so is tested. */
  @Test
  void theFrontIsPrintedAsExploreDoes() throws IOException {
    String shown =
        Files.readString(ROOT.resolve("README.md")).split("```console\n")[1].split("```")[0];
    List<FrontPoint> points = new ArrayList<>();
    String recommended = "";
    double majority = 0;
    for (String line : shown.lines().skip(2).toList()) {
      String[] words = line.strip().split(" +");
      if (line.contains("commonest class")) {
        majority = Double.parseDouble(words[0]);
        break;
      }
      Quality quality =
          new Quality(1, Double.parseDouble(words[1]), 0, 1, Double.parseDouble(words[2]));
      double area = Double.parseDouble(words[3]);
      double power = Double.parseDouble(words[4]);
      PrintedCost cost =
          new PrintedCost(
              Integer.parseInt(words[8]),
              area,
              power,
              Integer.parseInt(words[7]),
              Double.parseDouble(words[5]) - area,
              Double.parseDouble(words[6]) - power,
              0);
      points.add(
          new FrontPoint(words[0], "", "", "", quality, quality, Optional.of(quality), cost));
      recommended = line.endsWith(" *") ? words[0] : recommended;
    }
    Front front =
        new Front(
            "",
            "",
            List.of("overripe", "ripe", "unripe"),
            List.of(),
            majority,
            points,
            List.of(),
            List.of(),
            recommended,
            1,
            1);
    Path output = Path.of("avocados-explore");
    Path design = output.resolve("designs").resolve(recommended);
    StringWriter text = new StringWriter();
    ExploreSummary.print(
        new ExploreResult(output, front, Optional.of(design), true, false, List.of()),
        new PrintWriter(text));
    assertThat(shown).isEqualTo(text.toString().replace("\r", ""));
  }

  /** Whoever has the repository alone can type the commands of the section. */
  @Test
  void theTableThatIsExploredIsThere() throws IOException {
    String section =
        Files.readString(ROOT.resolve("README.md")).split("\n## Printed classifiers\n")[1];
    Matcher data =
        Pattern.compile("hdlgen explore .*--data (\\S+)").matcher(section.split("\n## ")[0]);
    assertThat(data.find()).isTrue();
    do {
      CommandRun run =
          CommandRun.of(
              "explore",
              "--target",
              "egfet_1v0",
              "--data",
              ROOT.resolve(data.group(1)).toString(),
              "--keep",
              "no such column",
              "-o",
              folder.resolve("found").toString());
      assertThat(run.err()).contains("no column \"no such column\" to keep");
    } while (data.find());
  }

  private static void compare(String opening, String expected) throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    int from = readme.indexOf(opening) + opening.length();
    int to = readme.indexOf("```", from);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(
          ROOT.resolve("README.md"), readme.substring(0, from) + expected + readme.substring(to));
    } else {
      assertThat(readme.substring(from, to)).isEqualTo(expected);
    }
  }

  @Test
  void theLinksLeadSomewhere() throws IOException {
    for (String page :
        List.of("README.md", "docs/interface.md", "docs/semantics.md", "docs/training.md")) {
      Path file = ROOT.resolve(page);
      Pattern link = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
      for (MatchResult match : link.matcher(Files.readString(file)).results().toList()) {
        assertThat(file.resolveSibling(match.group(1))).as("linked from " + page).exists();
      }
    }
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
