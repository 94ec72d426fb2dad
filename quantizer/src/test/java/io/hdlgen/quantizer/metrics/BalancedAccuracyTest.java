package io.hdlgen.quantizer.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class BalancedAccuracyTest {

  /**
   * SciPy 1.17, with {@code samples} one array of ones and zeros a class: {@code
   * scipy.stats.bootstrap(samples, lambda *s, axis=-1: sum(x.mean(axis=axis) for x in s) / len(s),
   * n_resamples=200000, method="percentile")}. The tolerance is that of 2,000 resamples.
   */
  @Test
  void theIntervalIsThatOfSciPy() {
    BalancedAccuracy few = of(new int[] {40, 22, 9}, new int[] {50, 30, 12});
    assertThat(few.interval().low()).isCloseTo(0.65222, within(0.012));
    assertThat(few.interval().high()).isCloseTo(0.85889, within(0.012));
    BalancedAccuracy uneven = of(new int[] {95, 3, 880}, new int[] {100, 5, 1000});
    assertThat(uneven.interval().low()).isCloseTo(0.66933, within(0.012));
    assertThat(uneven.interval().high()).isCloseTo(0.94733, within(0.012));
  }

  @Test
  void onlyClassesWithEnoughSamplesCount() {
    List<ClassMetrics> classes =
        List.of(
            new ClassMetrics("a", 10, 10, 8),
            new ClassMetrics("b", 9, 10, 0),
            new ClassMetrics("c", 40, 40, 20),
            new ClassMetrics("never", 0, 5, 0));
    BalancedAccuracy frequent = BalancedAccuracy.of(classes, 10);
    assertThat(frequent.classes()).isEqualTo(2);
    assertThat(frequent.value()).isCloseTo(0.65, within(1e-15));
    assertThat(frequent.interval().low()).isBetween(0.45, 0.6);
    BalancedAccuracy all = BalancedAccuracy.of(classes, 1);
    assertThat(all.classes()).isEqualTo(3);
    assertThat(all.value()).isCloseTo(1.3 / 3, within(1e-15));
    assertThat(BalancedAccuracy.of(classes, 41))
        .isEqualTo(new BalancedAccuracy(0, 0, ConfidenceInterval.UNKNOWN));
  }

  @Test
  void allRightOrAllWrongHasNoWidth() {
    assertThat(of(new int[] {7, 300}, new int[] {7, 300}).interval())
        .isEqualTo(new ConfidenceInterval(1, 1));
    assertThat(of(new int[] {0, 0}, new int[] {7, 300}).interval())
        .isEqualTo(new ConfidenceInterval(0, 0));
    assertThat(of(new int[] {0, 300}, new int[] {1, 300}).interval())
        .isEqualTo(new ConfidenceInterval(0.5, 0.5));
  }

  /** The bits are written down, so that a change of seed, generator or order shows. */
  @Test
  void theSameCountsGiveTheSameBits() {
    int[] right = {40, 22, 9};
    int[] actual = {50, 30, 12};
    ConfidenceInterval first = of(right, actual).interval();
    assertThat(of(right, actual).interval()).isEqualTo(first);
    assertThat(first).isEqualTo(new ConfidenceInterval(0.6533055555555556, 0.8600277777777776));
  }

  /** 400 test sets from known recalls: the interval must hold the truth in about 95 % of them. */
  @Test
  void theIntervalHoldsTheTruthAsOftenAsItSays() {
    double[] recalls = {0.9, 0.7, 0.5, 0.8};
    int[] actual = {200, 60, 30, 100};
    double truth = (0.9 + 0.7 + 0.5 + 0.8) / 4;
    RandomGenerator random = new Well19937c(7);
    int sets = 400;
    int held = 0;
    for (int s = 0; s < sets; s++) {
      int[] right = new int[recalls.length];
      for (int k = 0; k < recalls.length; k++) {
        for (int r = 0; r < actual[k]; r++) {
          right[k] += random.nextDouble() < recalls[k] ? 1 : 0;
        }
      }
      ConfidenceInterval interval = of(right, actual).interval();
      held += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }
    assertThat((double) held / sets).isBetween(0.92, 0.98);
  }

  @Test
  void tenThousandRowsAndMoreTakeNoTime() {
    int[] many = IntStream.generate(() -> 1_000).limit(10).toArray();
    int[] right = IntStream.rangeClosed(1, 10).map(k -> 1_000 - 3 * k).toArray();
    assertThat(Duration.ofNanos(nanos(right, many))).isLessThan(Duration.ofMillis(300));
    int[] millions = IntStream.generate(() -> 10_000_000).limit(10).toArray();
    int[] half = IntStream.generate(() -> 5_000_000).limit(10).toArray();
    assertThat(Duration.ofNanos(nanos(half, millions))).isLessThan(Duration.ofSeconds(1));
  }

  /** The fastest of a few runs: what else the machine does is not measured. */
  private static long nanos(int[] right, int[] actual) {
    long fastest = Long.MAX_VALUE;
    for (int run = 0; run < 5; run++) {
      long start = System.nanoTime();
      of(right, actual);
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    return fastest;
  }

  private static BalancedAccuracy of(int[] right, int[] actual) {
    List<ClassMetrics> classes = new ArrayList<>();
    for (int k = 0; k < right.length; k++) {
      classes.add(new ClassMetrics("c" + k, actual[k], actual[k], right[k]));
    }
    return BalancedAccuracy.of(classes, 1);
  }
}
