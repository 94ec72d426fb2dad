package io.hdlgen.explore.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published circuits in a file. */
class ReferenceFileTest {
  private static final String HEADING =
      "name,source,accuracy,balanced_accuracy,area_cm2,static_power_mw\n";

  @TempDir Path folder;

  @Test
  void readsCircuits() throws IOException {
    Path file = folder.resolve("published.csv");
    Files.writeString(
        file,
        "# made up\n\n"
            + HEADING
            + "Alpha,\"Smith, Jones: \"\"Small\"\" circuits\",0.9, 0.75 ,2.81,9.4\r\n"
            + "Beta,,1,0,0,\nGamma,,0.5,,1,\n");
    assertThat(ReferenceFile.read(file))
        .containsExactly(
            new ReferencePoint(
                "Alpha",
                "Smith, Jones: \"Small\" circuits",
                0.9,
                Optional.of(0.75),
                2.81,
                Optional.of(9.4)),
            new ReferencePoint("Beta", "", 1, Optional.of(0.0), 0, Optional.empty()),
            new ReferencePoint("Gamma", "", 0.5, Optional.empty(), 1, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "A,s,90,0.5,1,1|line 2|accuracy 90|a fraction from 0 to 1",
        "A,s,0.9,x,1,1|line 2|balanced_accuracy 'x'|a fraction from 0 to 1",
        "A,s,0.9,0.5,-1,1|line 2|area_cm2 -1|a number of at least 0",
        "A,s,0.9,0.5,,1|line 2|area_cm2 ''|a number of at least 0",
        "A,s,0.9,0.5,1,NaN|line 2|static_power_mw NaN|a number of at least 0",
        "A,s,0.9,0.5,1|line 2|5 fields|6",
        ",s,0.9,0.5,1,1|line 2|no name|a name",
        "\"A,s,0.9,0.5,1,1|line 2|a quote that is never closed|quotes in pairs",
        "#|published|no circuit|one a line",
      })
  void refusesBadLines(String line, String where, String found, String expected) {
    assertThatThrownBy(() -> ReferenceFile.parse(HEADING + line, "published"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(where)
        .hasMessageContaining(found)
        .hasMessageContaining(expected);
  }

  @Test
  void refusesAnotherHeadingAndANameTwice() {
    assertThatThrownBy(() -> ReferenceFile.parse("name,area\nA,1\n", "published"))
        .hasMessageContaining("published, line 1")
        .hasMessageContaining(HEADING.strip());
    String line = "A,s,0.9,0.5,1,1\n";
    assertThatThrownBy(() -> ReferenceFile.parse(HEADING + line + line, "published"))
        .hasMessageContaining("line 3")
        .hasMessageContaining("the name A again");
    assertThatThrownBy(() -> ReferenceFile.read(folder.resolve("none.csv")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("none.csv");
  }
}
