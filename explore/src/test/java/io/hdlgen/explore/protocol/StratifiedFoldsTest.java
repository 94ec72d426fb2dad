package io.hdlgen.explore.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.train.Samples;
import io.hdlgen.quantizer.train.Split;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StratifiedFoldsTest {
  private static final StratifiedFolds.Options APART = new StratifiedFolds.Options(5, 4, false, 11);

  @Test
  void everyRowIsKeptBackOnceInEachRepetition() {
    Samples samples = Tables.ofCounts(31, 7, 52);
    StratifiedFolds folds = StratifiedFolds.of(samples, APART);
    assertThat(folds.splits()).hasSize(20);
    for (int i = 0; i < 4; i++) {
      int[] kept = new int[samples.rows()];
      for (int fold = 0; fold < 5; fold++) {
        Split split = folds.split(i, fold);
        Arrays.stream(split.validation()).forEach(row -> kept[row]++);
        assertThat(IntStream.concat(stream(split.training()), stream(split.validation())).sorted())
            .containsExactlyElementsOf(IntStream.range(0, samples.rows()).boxed().toList());
      }
      assertThat(kept).containsOnly(1);
    }
  }

  @Test
  void classesAndRowsAreSpreadEvenlyToARow() {
    for (int[] counts :
        new int[][] {{31, 7, 52}, {1, 2, 3, 4, 99}, {5, 5}, {1, 1, 1, 1, 1, 1, 1}}) {
      Samples samples = Tables.ofCounts(counts);
      StratifiedFolds folds = StratifiedFolds.of(samples, APART);
      for (int i = 0; i < folds.repetitions(); i++) {
        int[][] found = new int[folds.folds()][counts.length];
        for (int r = 0; r < samples.rows(); r++) {
          found[folds.foldOf(i, r)][samples.labels()[r]]++;
        }
        for (int k = 0; k < counts.length; k++) {
          int label = k;
          assertSpread(Arrays.stream(found).mapToInt(fold -> fold[label]).toArray());
        }
        assertSpread(Arrays.stream(found).mapToInt(fold -> IntStream.of(fold).sum()).toArray());
      }
    }
  }

  @Test
  void equalRowsStayTogetherAndClassesNearlyEven() {
    int rows = 600;
    double[][] features = new double[rows][];
    int[] labels = new int[rows];
    for (int r = 0; r < rows; r++) {
      features[r] = new double[] {r % 250, 0.0};
      labels[r] = r % 250 % 3 == 0 ? 0 : r % 7 == 0 ? 2 : 1;
    }
    Samples samples = Tables.samples(features, labels, 3);
    StratifiedFolds folds = StratifiedFolds.of(samples, StratifiedFolds.Options.defaults(5));
    for (int i = 0; i < folds.repetitions(); i++) {
      int[][] found = new int[folds.folds()][3];
      for (int r = 0; r < rows; r++) {
        assertThat(folds.foldOf(i, r)).isEqualTo(folds.foldOf(i, r % 250));
        found[folds.foldOf(i, r)][labels[r]]++;
      }
      for (int[] fold : found) {
        for (int k = 0; k < 3; k++) {
          int label = k;
          double even = Arrays.stream(labels).filter(l -> l == label).count() / 5.0;
          assertThat((double) fold[k]).isBetween(even - 3, even + 3);
        }
      }
    }
    StratifiedFolds apart = StratifiedFolds.of(samples, APART);
    assertThat(IntStream.range(0, 250).filter(r -> apart.foldOf(0, r) != apart.foldOf(0, r + 250)))
        .isNotEmpty();
  }

  @Test
  void theSeedDecides() {
    Samples samples = Tables.ofCounts(40, 40);
    int[] first = folds(samples, 3, 0);
    assertThat(folds(samples, 3, 0)).isEqualTo(first);
    assertThat(folds(samples, 4, 0)).isNotEqualTo(first);
    assertThat(folds(samples, 3, 1)).isNotEqualTo(first);
    // Written down, so that a change of generator or order shows.
    assertThat(Arrays.copyOf(first, 12)).containsExactly(3, 0, 3, 1, 1, 4, 0, 1, 0, 0, 3, 1);
  }

  @Test
  void fewerThanTwoFoldsAreRefused() {
    assertThatThrownBy(() -> new StratifiedFolds.Options(1, 1, true, 0))
        .hasMessage("1 folds, 1 repetitions");
    assertThatThrownBy(() -> new StratifiedFolds.Options(5, 0, true, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static int[] folds(Samples samples, long seed, int repetition) {
    StratifiedFolds folds = StratifiedFolds.of(samples, StratifiedFolds.Options.defaults(seed));
    return IntStream.range(0, samples.rows()).map(r -> folds.foldOf(repetition, r)).toArray();
  }

  private static void assertSpread(int[] counts) {
    int min = IntStream.of(counts).min().orElseThrow();
    assertThat(IntStream.of(counts).max().orElseThrow()).isLessThanOrEqualTo(min + 1);
  }

  private static IntStream stream(int[] rows) {
    return Arrays.stream(rows);
  }
}
