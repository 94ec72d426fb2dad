package io.hdlgen.explore.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.explore.front.BalancedInterval;
import io.hdlgen.explore.front.Quality;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.metrics.ConfidenceInterval;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QualitiesTest {
  /** 40 rows of one class, 20 of another, 3 of the third. */
  @Test
  void balancedAccuraciesHaveIntervals() {
    int[] actual = IntStream.range(0, 63).map(r -> r < 40 ? 0 : r < 60 ? 1 : 2).toArray();
    int[] predicted = IntStream.range(0, 63).map(r -> r % 4 == 0 ? 0 : actual[r]).toArray();
    ClassificationMetrics metrics =
        ClassificationMetrics.of(predicted, actual, List.of("a", "b", "c"));
    Quality quality = Qualities.of(metrics);
    BalancedInterval interval = quality.balanced().orElseThrow();
    assertThat(quality.balancedAccuracy()).isBetween(interval.low(), interval.high());
    assertThat(interval.low()).isBetween(0.5, quality.balancedAccuracy() - 0.05);
    assertThat(interval.high()).isBetween(quality.balancedAccuracy() + 0.05, 1.0);
    assertThat(new ConfidenceInterval(interval.low(), interval.high()))
        .isEqualTo(metrics.balanced().interval());
    assertThat(new ConfidenceInterval(interval.frequentLow(), interval.frequentHigh()))
        .isEqualTo(metrics.balancedOfFrequent().interval())
        .isNotEqualTo(metrics.balanced().interval());
    assertThat(interval.frequentClasses()).isEqualTo(2);
    assertThat(interval.frequent()).isEqualTo((1 + 0.75) / 2);
    assertThat(interval.frequent()).isBetween(interval.frequentLow(), interval.frequentHigh());
  }

  @Test
  void meansOverFoldsHaveNone() {
    assertThat(Qualities.of(100, 0.9, 0.8).balanced()).isEmpty();
  }
}
