package io.hdlgen.quantizer.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedComparisonTest {

  @Test
  void countsTheRowsOnWhichJustOneIsRight() {
    int[] actual = {0, 1, 2, 0, 1, 2, 0};
    int[] first = {0, 1, 2, 1, 1, 0, 0};
    int[] second = {0, 1, 0, 2, 0, 2, 1};
    PairedComparison comparison = PairedComparison.of(first, second, actual);
    assertThat(comparison).isEqualTo(new PairedComparison(7, 3, 1));
    assertThat(comparison.difference()).isCloseTo(2.0 / 7, within(1e-15));
    assertThat(PairedComparison.of(second, first, actual)).isEqualTo(new PairedComparison(7, 1, 3));
  }

  /** SciPy 1.17: {@code scipy.stats.binomtest(min(b, c), b + c, 0.5).pvalue}. */
  @ParameterizedTest
  @CsvSource({
    "10, 3, 0.09228515625",
    "3, 10, 0.09228515625",
    "0, 7, 0.015625",
    "5, 5, 1",
    "1, 12, 0.00341796875",
    "40, 60, 0.05688793364098089",
    "0, 1, 1",
    "0, 0, 1",
    "300, 250, 0.036578745549102676"
  })
  void theTestOfMcNemarIsTheExactOne(int firstOnly, int secondOnly, double p) {
    assertThat(new PairedComparison(1_000, firstOnly, secondOnly).mcNemar())
        .isCloseTo(p, within(1e-12));
  }

  /**
   * M. W. Fagerland, S. Lydersen, P. Laake, Recommended tests and confidence intervals for paired
   * binomial proportions, Statistics in Medicine 33, 2014: airway hyper-responsiveness of 21
   * children before and after stem cell transplantation, Tango's interval.
   */
  @Test
  void theIntervalIsThePublishedOne() {
    DifferenceInterval interval = new PairedComparison(21, 1, 7).interval();
    assertThat(interval.low()).isCloseTo(-0.517, within(0.0005));
    assertThat(interval.high()).isCloseTo(-0.026, within(0.0005));
  }

  /**
   * Both ends are roots of the polynomial of Z. Yang, X. Sun, J. W. Hardin, A non-iterative
   * implementation of Tango's score confidence interval for a paired difference of proportions,
   * Statistics in Medicine 32, 2013.
   */
  @ParameterizedTest
  @CsvSource({
    "480, 30, 18",
    "480, 18, 30",
    "1000, 5, 60",
    "205, 3, 0",
    "50, 12, 2",
    "10, 0, 1",
    "60, 0, 0"
  })
  void theEndsAreRootsOfThePolynomial(int rows, int firstOnly, int secondOnly) {
    DifferenceInterval interval = new PairedComparison(rows, firstOnly, secondOnly).interval();
    double difference = (double) (firstOnly - secondOnly) / rows;
    assertThat(interval.low()).isLessThan(difference);
    assertThat(interval.high()).isGreaterThan(difference);
    double g = 1.959963984540054 * 1.959963984540054;
    double n = rows;
    double d = firstOnly - secondOnly;
    double s = firstOnly + secondOnly;
    double[] m = {
      n * n * (n / g + 1) * (n / g + 1),
      -n * d * (n / g + 1) * (4 * n / g + 1),
      2 * n * d * d * (3 * n / g + 2) / g - n * n * (s / g + 1),
      n * d * (2 * s / g + 1) - d * d * d * (4 * n / g + 1) / g,
      d * d * (d * d / g - s) / g
    };
    for (double x : new double[] {interval.low(), interval.high()}) {
      double value = (((m[0] * x + m[1]) * x + m[2]) * x + m[3]) * x + m[4];
      assertThat(value / m[0]).isCloseTo(0, within(1e-12));
    }
  }

  /** Without a row that tells them apart, z^2 / (n + z^2) either way. */
  @Test
  void equalAnswersAreNotProvenEqual() {
    DifferenceInterval interval = new PairedComparison(50, 0, 0).interval();
    assertThat(interval.high()).isCloseTo(3.8414588 / 53.8414588, within(1e-9));
    assertThat(interval.low()).isEqualTo(-interval.high());
    assertThat(new PairedComparison(5_000, 0, 0).interval().high()).isLessThan(0.001);
  }

  @Test
  void nothingIsBeyondOneAndWithoutRowsNothingIsKnown() {
    assertThat(new PairedComparison(50, 50, 0).interval().high()).isEqualTo(1);
    assertThat(new PairedComparison(50, 50, 0).interval().low()).isCloseTo(0.8573, within(1e-4));
    assertThat(new PairedComparison(50, 0, 50).interval().low()).isEqualTo(-1);
    assertThat(new PairedComparison(50, 0, 50).interval().high()).isCloseTo(-0.8573, within(1e-4));
    assertThat(new PairedComparison(0, 0, 0).interval()).isEqualTo(DifferenceInterval.UNKNOWN);
    assertThat(new PairedComparison(0, 0, 0).difference()).isZero();
  }

  @Test
  void aLossIsExcludedWhereTheWholeIntervalIsAboveIt() {
    DifferenceInterval interval = new DifferenceInterval(-0.03, 0.01);
    assertThat(interval.excludesLossOf(0.03)).isFalse();
    assertThat(interval.excludesLossOf(0.031)).isTrue();
    assertThat(interval.excludesLossOf(0)).isFalse();
  }

  @Test
  void theSameCountsGiveTheSameBitsInNoTime() {
    PairedComparison comparison = new PairedComparison(100_000, 300, 310);
    DifferenceInterval first = comparison.interval();
    long start = System.nanoTime();
    assertThat(comparison.interval()).isEqualTo(first);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
  }

  @Test
  void countsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> new PairedComparison(5, 3, 3)).hasMessage("3 and 3 of 5");
    assertThatThrownBy(() -> PairedComparison.of(new int[2], new int[2], new int[3]))
        .hasMessage("2 and 2 answers, 3 labels");
    assertThatThrownBy(() -> new DifferenceInterval(0.2, 0.1))
        .hasMessage("a difference from 0.2 to 0.1");
  }
}
