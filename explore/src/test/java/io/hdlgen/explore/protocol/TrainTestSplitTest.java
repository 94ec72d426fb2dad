package io.hdlgen.explore.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.train.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainTestSplitTest {
  @TempDir Path folder;

  @Test
  void aFileOfRowsIsTakenInItsOrder() throws IOException {
    Path file = Files.writeString(folder.resolve("rows.txt"), "4\n1\r\n\n 6 \n");
    Samples samples = Tables.ofCounts(4, 4);
    TrainTestSplit split = TrainTestSplit.ofRowFile(Tables.table(samples), file);
    assertThat(split.training().features()).isDeepEqualTo(new double[][] {{0}, {2}, {3}, {5}, {7}});
    assertThat(open(split).features()).isDeepEqualTo(new double[][] {{4}, {1}, {6}});
    assertThat(open(split).labels()).containsExactly(0, 1, 0);
    assertThat(split.origin()).isEqualTo("test rows of rows.txt");
    assertThat(split.notes()).isEmpty();
    Files.writeString(file, "4\n6\n");
    assertThat(TrainTestSplit.ofRowFile(Tables.table(samples), file).notes())
        .containsExactly(
            "No test row is of class c1 (4 rows to learn from): how well it is told is not known");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1\\n8|:2: found row 8; expected the number of a row, 0 to 7",
        "1\\nx|:2: found \"x\"; expected the number of a row, 0 to 7",
        "-1|:1: found \"-1\"; expected the number of a row, 0 to 7",
        "3\\n2\\n3|:3: found row 3, as in line 1; expected each row once",
        "\\n|: found 0 of 8 rows; expected some of the rows, so that others are left to train on",
        "0\\n1\\n2\\n3\\n4\\n5\\n6\\n7|: found 8 of 8 rows; expected some of the rows, so that others"
            + " are left to train on"
      })
  void otherFilesAreRefused(String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("rows.txt"), text.replace("\\n", "\n"));
    assertThatThrownBy(() -> TrainTestSplit.ofRowFile(Tables.table(Tables.ofCounts(4, 4)), file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(file + message);
  }

  @Test
  void aMissingFileIsRefused() {
    Path file = folder.resolve("none.txt");
    assertThatThrownBy(() -> TrainTestSplit.ofRowFile(Tables.table(Tables.ofCounts(4, 4)), file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no readable text file");
  }

  @Test
  void aMadeSplitTakesThreeTenthsOfEachClass() {
    Samples samples = Tables.ofCounts(100, 40, 20, 1);
    TrainTestSplit split = TrainTestSplit.made(Tables.table(samples), 9);
    int[] counts = new int[4];
    IntStream.of(open(split).labels()).forEach(label -> counts[label]++);
    assertThat(counts).containsExactly(30, 12, 6, 0);
    assertThat(split.training().rows()).isEqualTo(161 - 48);
    assertThat(split.origin()).isEqualTo("30 % of the rows at random, stratified, seed 9");
    assertThat(split.notes())
        .containsExactly(
            "No test row is of class c3 (1 row to learn from): how well it is told is not known");
    assertThat(open(TrainTestSplit.made(Tables.table(samples), 9)).features())
        .isDeepEqualTo(open(split).features());
    assertThat(open(TrainTestSplit.made(Tables.table(samples), 10)).features()[0])
        .isNotEqualTo(open(split).features()[0]);
  }

  /** Two classes of one row each: whatever the seed, each is learnt from. */
  @Test
  void everyClassKeepsARowToLearnFrom() {
    for (int seed = 0; seed < 50; seed++) {
      TrainTestSplit split = TrainTestSplit.made(Tables.table(Tables.ofCounts(20, 1, 1)), seed);
      assertThat(IntStream.of(split.training().labels()).distinct().count()).isEqualTo(3);
    }
  }

  /** Each of two classes is one row many times, which is needed to learn from. */
  @Test
  void withoutARowToPutAsideThereIsNoMadeSplit() {
    double[][] features = new double[20][];
    int[] labels = new int[20];
    for (int r = 0; r < 20; r++) {
      labels[r] = r % 2;
      features[r] = new double[] {r % 2};
    }
    Samples samples = new Samples(List.of("x"), features, labels, List.of("a", "b"));
    assertThatThrownBy(() -> TrainTestSplit.made(Tables.table(samples), 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("too few different rows to put some aside");
  }

  @Test
  void equalRowsAreOnOneSideOfAMadeSplit() {
    double[][] features = new double[300][];
    for (int r = 0; r < 300; r++) {
      features[r] = new double[] {r % 100};
    }
    int[] labels = IntStream.range(0, 300).map(r -> r % 100 % 2).toArray();
    TrainTestSplit split =
        TrainTestSplit.made(Tables.table(Tables.samples(features, labels, 2)), 1);
    FrozenChoice choice = FrozenChoice.freeze(folder.resolve("f.json"), Tables.step(1), List.of());
    OpenedTestRows opened = split.test().open(choice);
    assertThat(opened.samples().rows()).isEqualTo(90);
    assertThat(opened.unseen().count()).isEqualTo(90);
  }

  private Samples open(TrainTestSplit split) {
    Path file = folder.resolve("frozen.json");
    return split.test().open(FrozenChoice.freeze(file, Tables.step(1), List.of())).samples();
  }
}
