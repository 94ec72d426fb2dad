package io.hdlgen.explore.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.flow.DataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test rows of the published printed circuits, where they are at hand. */
class PublishedSplitsTest {
  @TempDir Path folder;

  /** Counted with NumPy: test rows whose features are those of a training row. */
  @ParameterizedTest
  @CsvSource({
    "redwine, 480, 94",
    "whitewine, 1470, 389",
    "breast_cancer_wisconsin, 205, 81",
    "cardio, 638, 8",
    "pendigits, 3298, 0"
  })
  void testRowsThatOccurInTrainingAreFound(String name, int rows, int seen) {
    Path uci = Path.of(System.getProperty("project.root", "..")).resolve("../shared/data/uci");
    Assumptions.assumeTrue(Files.exists(uci), "skipped: no " + uci);
    DataSource source = DataSource.of(uci.resolve(name + ".csv")).withoutSampleNumbers(List.of());
    assertThat(source.ignored()).isEqualTo(name.startsWith("breast") ? List.of("X1") : List.of());
    TrainTestSplit split =
        TrainTestSplit.ofRowFile(source, uci.resolve("splits/" + name + "_test_rows.txt"));
    FrozenChoice choice = FrozenChoice.freeze(folder.resolve("f.json"), Tables.step(1), List.of());
    OpenedTestRows opened = split.test().open(choice);
    assertThat(opened.samples().rows()).isEqualTo(rows);
    assertThat(rows - opened.unseen().count()).isEqualTo(seen);
  }
}
