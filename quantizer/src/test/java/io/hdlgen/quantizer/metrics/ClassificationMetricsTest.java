package io.hdlgen.quantizer.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.LongMatrix;
import java.util.List;
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
            new ClassificationMetrics.ClassMetrics("a", 6, 6, 4 / 6.0, 4 / 6.0, 2 / 6.0),
            new ClassificationMetrics.ClassMetrics("b", 3, 3, 2 / 3.0, 2 / 3.0, 1 / 3.0),
            new ClassificationMetrics.ClassMetrics("c", 1, 0, 0, 0, 1),
            new ClassificationMetrics.ClassMetrics("d", 0, 1, 0, 0, 0));
  }

  @Test
  void noRowsGiveZeros() {
    ClassificationMetrics metrics =
        ClassificationMetrics.of(new int[0], new int[0], List.of("only"));
    assertThat(metrics.accuracy()).isZero();
    assertThat(metrics.balancedAccuracy()).isZero();
    assertThat(metrics.majorityBaseline()).isZero();
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
