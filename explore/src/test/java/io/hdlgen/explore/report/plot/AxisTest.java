package io.hdlgen.explore.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AxisTest {
  @Test
  void smallSpansAreStraightAndBeginAtZero() {
    Axis axis = Axis.ofAmounts(List.of(1.0, 10.0), 0, 108);
    assertThat(axis.logarithmic()).isFalse();
    assertThat(axis.at(0)).isEqualTo(0);
    assertThat(axis.at(10)).isCloseTo(100, within());
    assertThat(labels(axis)).containsExactly("0", "2", "4", "6", "8", "10");
  }

  @Test
  void largeSpansAreLogarithmic() {
    Axis axis = Axis.ofAmounts(List.of(0.009, 16.7), 0, 100);
    assertThat(axis.logarithmic()).isTrue();
    assertThat(axis.hasZero()).isFalse();
    assertThat(axis.at(1) - axis.at(0.1)).isCloseTo(axis.at(10) - axis.at(1), within());
    assertThat(axis.at(0.009)).isBetween(1.0, 10.0);
    assertThat(axis.at(16.7)).isBetween(90.0, 99.0);
    assertThat(labels(axis)).containsExactly("0.01", "0.1", "1", "10");
  }

  @Test
  void shortLogarithmicAxesHaveMoreLabels() {
    assertThat(labels(Axis.ofAmounts(List.of(0.9, 31.0), 0, 100)))
        .containsExactly("1", "2", "5", "10", "20");
  }

  @Test
  void zeroHasItsOwnPlaceBesideALogarithm() {
    Axis axis = Axis.ofAmounts(List.of(0.0, 0.01, 10.0), 0, 100);
    assertThat(axis.hasZero()).isTrue();
    assertThat(axis.at(0)).isLessThan(axis.start()).isPositive();
    assertThat(axis.at(0.01)).isGreaterThan(axis.start());
    assertThat(labels(axis)).first().isEqualTo("0");
  }

  @Test
  void nothingButZeroIsDrawnAtAll() {
    assertThat(Axis.ofAmounts(List.of(0.0), 0, 100).at(0)).isEqualTo(0);
  }

  @Test
  void stepsAreRoundForEverySpan() {
    for (double span = 0.003; span < 500; span *= 1.07) {
      Axis axis = Axis.linear(0.41, 0.41 + span, 200, 10);
      List<String> labels = labels(axis);
      assertThat(labels).as("span %s", span).hasSizeBetween(2, 8);
      assertThat(labels).allMatch(label -> label.length() <= 6).doesNotHaveDuplicates();
      for (Axis.Tick tick : axis.ticks()) {
        assertThat(axis.at(tick.value())).isBetween(10.0 - 1e-6, 200.0 + 1e-6);
      }
    }
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-9);
  }

  private static List<String> labels(Axis axis) {
    return axis.ticks().stream().map(Axis.Tick::label).filter(label -> !label.isEmpty()).toList();
  }
}
