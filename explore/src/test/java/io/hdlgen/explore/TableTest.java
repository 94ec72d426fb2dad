package io.hdlgen.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.explore.outcome.Aim;
import io.hdlgen.explore.protocol.TestedData;
import io.hdlgen.explore.search.Goal;
import io.hdlgen.explore.search.Limits;
import io.hdlgen.flow.DataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that seem to number the samples. */
class TableTest {
  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void makeData() throws IOException {
    StringBuilder text = new StringBuilder("day,dose,y\n");
    for (int r = 0; r < 60; r++) {
      text.append(r).append(',').append(r * 7 % 5).append(',').append(r % 2).append('\n');
    }
    data = Files.writeString(folder.resolve("table.csv"), text);
  }

  @Test
  void areLeftOutAndTheNoteNamesTheOption() {
    Table table = Table.of(request(List.of()));
    assertThat(table.notes())
        .containsExactly(
            "Column day is left out: it seems to number the samples; --keep day takes it");
    assertThat(table.split(request(List.of())).training().featureNames()).containsExactly("dose");
  }

  @Test
  void areKeptWhereThatIsAskedFor() {
    for (String column : List.of("day", "dose,day")) {
      ExploreRequest request = request(List.of(column.split(",")));
      Table table = Table.of(request);
      assertThat(table.notes()).isEmpty();
      assertThat(table.split(request).training().featureNames()).containsExactly("day", "dose");
    }
  }

  private ExploreRequest request(List<String> kept) {
    return new ExploreRequest(
        TestedData.of(DataSource.of(data)),
        kept,
        "egfet_1v0",
        new Goal(Aim.ACCURACY, Limits.NONE),
        true,
        Optional.empty(),
        ExploreRequest.Emit.RECOMMENDED,
        Optional.empty(),
        OptionalInt.empty(),
        1,
        1);
  }
}
