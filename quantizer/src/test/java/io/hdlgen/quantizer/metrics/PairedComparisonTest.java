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
   * SciPy 1.17, with {@code d} as many ones, minus ones and zeros as there are such rows: {@code
   * scipy.stats.bootstrap((d,), numpy.mean, n_resamples=200000, method="percentile")}. The
   * tolerance is that of 2,000 resamples.
   */
  @ParameterizedTest
  @CsvSource({
    "480, 30, 18, -0.0020833, 0.0541667, 0.003",
    "480, 18, 30, -0.0541667, 0.0020833, 0.003",
    "1000, 5, 60, -0.071, -0.04, 0.002",
    "205, 3, 0, 0, 0.0341463, 0.005"
  })
  void theIntervalIsThatOfSciPy(
      int rows, int firstOnly, int secondOnly, double low, double high, double tolerance) {
    DifferenceInterval interval = new PairedComparison(rows, firstOnly, secondOnly).interval();
    assertThat(interval.low()).isCloseTo(low, within(tolerance));
    assertThat(interval.high()).isCloseTo(high, within(tolerance));
  }

  @Test
  void withoutADifferenceThereIsNoWidthAndWithoutRowsNothingIsKnown() {
    assertThat(new PairedComparison(50, 0, 0).interval()).isEqualTo(new DifferenceInterval(0, 0));
    assertThat(new PairedComparison(50, 50, 0).interval()).isEqualTo(new DifferenceInterval(1, 1));
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
