package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.explore.ExploreResult;
import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.front.PrintedCost;
import io.hdlgen.explore.front.Quality;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@code hdlgen explore} says on a terminal of 80 columns. */
class ExploreTextTest {
  private static final int COLUMNS = 80;

  /** A line that is too long would be broken, and leave the rest on a line of its own. */
  @Test
  void helpFitsTheTerminal() {
    List<String> lines = CommandRun.of("explore", "--help").out().lines().toList();
    assertThat(lines).allMatch(line -> line.length() <= COLUMNS);
    int begin =
        lines.indexOf("The folder gets front.json, networks/, report.html, and designs/ with the");
    assertThat(lines.subList(begin + 1, begin + 4))
        .containsExactly(
            "recommended circuit: Verilog, cells, verification. Ctrl-C keeps what was found;",
            "the same command again goes on from there.",
            "");
    int examples = lines.indexOf("Examples:");
    assertThat(lines.subList(examples + 1, lines.size()))
        .allMatch(line -> line.startsWith("  hdlgen explore --target "));
  }

  @Test
  void theSummaryHasWhatACircuitIsToBeComparedWith() {
    assertThat(summary(0.5))
        .isEqualTo(
            """
                                               classifier    with converters
                    validation balanced      cm2       mW       cm2       mW levels gates
            p100        0.9000   0.8000   1.2500    0.125    1.7500    1.125     12   345 *
                        0.6000   0.2500  what the commonest class alone gets
            * recommended
            """);
    assertThat(summary(0.5).lines()).allMatch(line -> line.length() <= COLUMNS);
    assertThat(summary(0)).contains("   1.2500    0.125   unknown  unknown     12   345 *\n");
  }

  private static String summary(double converters) {
    Quality quality = new Quality(10, 0.9, 0.8, 1, 0.8);
    PrintedCost cost = new PrintedCost(345, 1.25, 0.125, 12, converters, 2 * converters, 1);
    FrontPoint point = new FrontPoint("p100", "", "", "", quality, quality, Optional.empty(), cost);
    Front front =
        new Front(
            "data",
            "egfet_1v0",
            List.of("a", "b", "c", "d"),
            List.of(),
            0.6,
            List.of(point),
            List.of(),
            List.of(),
            "p100",
            1,
            1);
    StringWriter text = new StringWriter();
    ExploreSummary.print(
        new ExploreResult(Path.of("found"), front, Optional.empty(), false, true, List.of()),
        new PrintWriter(text));
    return text.toString().replace("\r", "");
  }
}
