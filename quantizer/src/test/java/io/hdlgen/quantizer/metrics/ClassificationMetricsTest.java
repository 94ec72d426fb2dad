package io.hdlgen.quantizer.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.LongMatrix;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassificationMetricsTest {

  /** Counted by hand: 6 a, 3 b, 1 c, no d. */
  @Test
  void measuresCountedByHand() {
    int[] actual = {0, 0, 0, 0, 0, 0, 1, 1, 1, 2};
    int[] predicted = {0, 0, 0, 0, 1, 3, 1, 0, 1, 0};
    ClassificationMetrics metrics =
        ClassificationMetrics.of(predicted, actual, List.of("a", "b", "c", "d"));
    assertThat(metrics.rows()).isEqualTo(10);
    assertThat(metrics.accuracy()).isEqualTo(0.6);
    assertThat(metrics.balancedAccuracy()).isCloseTo((4.0 / 6 + 2.0 / 3 + 0) / 3, within(1e-15));
    assertThat(metrics.majorityBaseline()).isEqualTo(0.6);
    assertThat(metrics.confusion())
        .isEqualTo(
            LongMatrix.of(new long[][] {{4, 1, 0, 1}, {1, 2, 0, 0}, {1, 0, 0, 0}, {0, 0, 0, 0}}));
    assertThat(metrics.perClass())
        .containsExactly(
            new ClassMetrics("a", 6, 6, 4),
            new ClassMetrics("b", 3, 3, 2),
            new ClassMetrics("c", 1, 0, 0),
            new ClassMetrics("d", 0, 1, 0));
    assertThat(metrics.perClass().get(0).falseNegativeRate()).isEqualTo(2 / 6.0);
    assertThat(metrics.perClass().get(2).falseNegativeRate()).isEqualTo(1);
    assertThat(metrics.perClass().get(2).precision()).isZero();
    assertThat(metrics.perClass().get(3).falseNegativeRate()).isZero();
    // d is answered, if never right: it counts in macro F1, and not in balanced accuracy.
    assertThat(metrics.macroF1()).isCloseTo((4.0 / 6 + 2.0 / 3 + 0 + 0) / 4, within(1e-15));
    assertThat(metrics.balanced().classes()).isEqualTo(3);
    assertThat(metrics.balancedOfFrequent().classes()).isZero();
    assertThat(metrics.right()).isEqualTo(new Proportion(6, 10));
    assertThat(metrics.classNames()).containsExactly("a", "b", "c", "d");
  }

  /**
   * scikit-learn 1.9:
   *
   * <pre>
   * a = [i * i % 17 % 5 for i in range(97)]
   * p = [x if i % 4 else (x + i // 4) % 7 for i, x in enumerate(a)]
   * accuracy_score(a, p), balanced_accuracy_score(a, p), f1_score(a, p, average="macro")
   * precision_recall_fscore_support(a, p, labels=range(8), zero_division=0)
   * confusion_matrix(a, p, labels=range(8))[:5]
   * </pre>
   *
   * Classes 5 and 6 are only answered, class 7 is neither answered nor true.
   */
  @Test
  void measuresAreThoseOfScikitLearn() {
    int[] actual = IntStream.range(0, 97).map(i -> i * i % 17 % 5).toArray();
    int[] predicted =
        IntStream.range(0, 97).map(i -> i % 4 == 0 ? (actual[i] + i / 4) % 7 : actual[i]).toArray();
    List<String> names = IntStream.range(0, 8).mapToObj(Integer::toString).toList();
    ClassificationMetrics metrics = ClassificationMetrics.of(predicted, actual, names);
    assertThat(metrics.accuracy()).isCloseTo(0.7835051546391752, within(1e-15));
    assertThat(metrics.balancedAccuracy()).isCloseTo(0.787834870443566, within(1e-15));
    assertThat(metrics.macroF1()).isCloseTo(0.5865290263191568, within(1e-15));
    assertEach(
        metrics,
        ClassMetrics::precision,
        0.9333333333333333,
        0.9444444444444444,
        0.6666666666666666,
        0.9,
        0.8947368421052632,
        0,
        0,
        0);
    assertEach(
        metrics,
        ClassMetrics::recall,
        0.7777777777777778,
        0.7727272727272727,
        0.8333333333333334,
        0.782608695652174,
        0.7727272727272727,
        0,
        0,
        0);
    assertEach(
        metrics,
        ClassMetrics::f1,
        0.8484848484848485,
        0.85,
        0.7407407407407407,
        0.8372093023255814,
        0.8292682926829268,
        0,
        0,
        0);
    assertEach(metrics, ClassMetrics::actual, 18, 22, 12, 23, 22, 0, 0, 0);
    long[][] none = new long[3][8];
    assertThat(metrics.confusion())
        .isEqualTo(
            LongMatrix.of(
                new long[][] {
                  {14, 0, 1, 1, 1, 0, 1, 0},
                  {1, 17, 1, 1, 0, 2, 0, 0},
                  {0, 0, 10, 0, 0, 2, 0, 0},
                  {0, 1, 1, 18, 1, 1, 1, 0},
                  {0, 0, 2, 0, 17, 2, 1, 0},
                  none[0],
                  none[1],
                  none[2]
                }));
  }

  private static void assertEach(
      ClassificationMetrics metrics, ToDoubleFunction<ClassMetrics> measure, double... expected) {
    assertThat(metrics.perClass().stream().mapToDouble(measure).toArray())
        .containsExactly(expected, within(1e-15));
  }

  @Test
  void oneClassAloneIsAllRight() {
    ClassificationMetrics metrics =
        ClassificationMetrics.of(new int[12], new int[12], List.of("only"));
    assertThat(metrics.accuracy()).isEqualTo(1);
    assertThat(metrics.macroF1()).isEqualTo(1);
    assertThat(metrics.majorityBaseline()).isEqualTo(1);
    assertThat(metrics.balancedOfFrequent())
        .isEqualTo(new BalancedAccuracy(1, 1, new ConfidenceInterval(1, 1)));
  }

  @Test
  void allWrongIsZero() {
    ClassificationMetrics metrics =
        ClassificationMetrics.of(new int[] {1, 1, 0}, new int[] {0, 0, 1}, List.of("a", "b"));
    assertThat(metrics.right()).isEqualTo(new Proportion(0, 3));
    assertThat(metrics.balancedAccuracy()).isZero();
    assertThat(metrics.macroF1()).isZero();
    assertThat(metrics.majorityBaseline()).isEqualTo(2 / 3.0);
    assertThat(metrics.perClass()).allMatch(one -> one.falseNegativeRate() == 1);
  }

  @Test
  void noRowsGiveZeros() {
    ClassificationMetrics metrics =
        ClassificationMetrics.of(new int[0], new int[0], List.of("only"));
    assertThat(metrics.accuracy()).isZero();
    assertThat(metrics.balancedAccuracy()).isZero();
    assertThat(metrics.majorityBaseline()).isZero();
    assertThat(metrics.macroF1()).isZero();
    assertThat(metrics.balanced())
        .isEqualTo(new BalancedAccuracy(0, 0, ConfidenceInterval.UNKNOWN));
  }

  @Test
  void indicesMustBeThoseOfClasses() {
    List<String> names = List.of("a", "b");
    for (int wrong : new int[] {-1, 2}) {
      assertThatThrownBy(() -> ClassificationMetrics.of(new int[] {wrong}, new int[] {0}, names))
          .hasMessage("row 0: class " + wrong + " of 2 classes");
      assertThatThrownBy(() -> ClassificationMetrics.of(new int[] {0}, new int[] {wrong}, names))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> ClassificationMetrics.of(new int[1], new int[2], names))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void labelsMeanClassesByTextAndThenByNumber() {
    LabelIndex index = new LabelIndex(List.of("3", "0.0", "T", "4.0", "4"));
    assertThat(index.indices(List.of("3", "3.0", "03", "3e0", "0", "-0", "T", "4", "4.0"), "f"))
        .containsExactly(0, 0, 0, 0, 1, 1, 2, 4, 3);
    assertThat(index.find("4.00")).hasValue(3);
    assertThat(index.find("t")).isEmpty();
    assertThat(index.find("1e999999999")).isEmpty();
    assertThatThrownBy(() -> index.indices(List.of("T", "R", "7", "R"), "can.csv"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "can.csv: found the labels R, 7, which are no class of the network; expected labels"
                + " among 3, 0.0, T, 4.0, 4");
  }
}
