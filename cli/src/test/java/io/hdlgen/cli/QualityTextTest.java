package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.metrics.Proportion;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QualityTextTest {

  @Test
  void theReportOfAFewClasses() {
    int[] actual = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1};
    int[] predicted = {0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 1, 0};
    ClassificationMetrics metrics =
        ClassificationMetrics.of(
            predicted, actual, List.of("normal", "a\tvery long name of something odd", "no"));
    assertThat(QualityText.report(metrics, Optional.of(new Proportion(3, 4))))
        .containsExactlyElementsOf(
            """
            accuracy            75.00 % (95 %: 46.77 to 91.11 %), 9 of 12 rows
            balanced accuracy   65.00 % (95 %: 30.00 to 95.00 %), mean recall of 2 classes
            balanced accuracy   80.00 % (95 %: 50.00 to 100.00 %), mean recall of 1 class with 10 rows or more
            macro F1            44.74 %
            majority baseline   83.33 %
            unseen rows         75.00 % (95 %: 30.06 to 95.44 %), 3 of 4 rows that are not in the training data

            class                     rows  precision   recall       F1   missed
            normal                      10    88.89 %  80.00 %  84.21 %  20.00 %
            a?very long name of som…     2    50.00 %  50.00 %  50.00 %  50.00 %
            no                           0     0.00 %        -   0.00 %        -

            is \\ taken for            normal  a?very …  no
            normal                         8         1   1
            a?very long name of som…       1         1   0
            no                             0         0   0
            """
                .lines()
                .toList());
  }

  @Test
  void rowsThatWereAllSeenAreSaidToBe() {
    ClassificationMetrics metrics =
        ClassificationMetrics.of(new int[1], new int[1], List.of("only"));
    assertThat(QualityText.summary(metrics, Optional.of(new Proportion(0, 0))))
        .contains("unseen rows        every row is in the training data")
        .anyMatch(line -> line.endsWith("mean recall of 1 class"))
        .hasSize(5);
    assertThat(QualityText.summary(metrics, Optional.empty())).hasSize(4);
  }

  /** 30 classes, class k with 100 samples of which k are taken for class k + 1. */
  @Test
  void ofManyClassesTheWorstAreShown() {
    int[] actual = IntStream.range(0, 3_000).map(i -> i / 100).toArray();
    int[] predicted =
        IntStream.range(0, 3_000).map(i -> (i / 100 + (i % 100 < i / 100 ? 1 : 0)) % 31).toArray();
    List<String> names = IntStream.range(0, 31).mapToObj(k -> "c" + k).toList();
    ClassificationMetrics metrics = ClassificationMetrics.of(predicted, actual, names);
    List<String> table = ClassText.measures(metrics);
    assertThat(table).hasSize(22);
    assertThat(table.get(1)).isEqualTo("c29     100    71.72 %  71.00 %  71.36 %  29.00 %");
    assertThat(table.get(20)).startsWith("c10 ");
    assertThat(table.get(21)).isEqualTo("(the lowest recalls, of 31 classes; --json has all)");
    List<String> confusions = ClassText.confusions(metrics);
    assertThat(confusions).hasSize(22);
    assertThat(confusions.subList(0, 3))
        .containsExactly("is   taken for  rows", "c29        c30    29", "c28        c29    28");
    assertThat(confusions.get(21))
        .isEqualTo("(the most frequent, of 29 kinds of mistakes; --json has all)");
    assertThat(ClassText.confusions(ClassificationMetrics.of(actual, actual, names)))
        .containsExactly("no mistakes");
  }
}
