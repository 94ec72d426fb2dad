package io.hdlgen.quantizer.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

  /** SciPy 1.17: {@code scipy.stats.binomtest(count, total).proportion_ci(0.95, "wilson")}. */
  @ParameterizedTest
  @CsvSource({
    "0, 1, 0, 0.7934506856227626",
    "1, 1, 0.20654931437723745, 1",
    "0, 10, 0, 0.27753279986288926",
    "3, 10, 0.10779126740630102, 0.6032218525388546",
    "10, 10, 0.7224672001371109, 1",
    "86, 100, 0.7786281178903617, 0.9147365634006087",
    "532, 540, 0.9710416896317376, 0.9924744077549531",
    "9660, 10000, 0.9622652076103402, 0.9693769059081891",
    "1, 10000, 1.765267360112231e-05, 0.0005662688974013381"
  })
  void theIntervalIsWilsons(int count, int total, double low, double high) {
    ConfidenceInterval interval = new Proportion(count, total).interval();
    assertThat(interval.low()).isCloseTo(low, within(1e-12));
    assertThat(interval.high()).isCloseTo(high, within(1e-12));
  }

  /**
   * SciPy 1.17, with {@code d} as many ones and zeros: {@code scipy.stats.bootstrap((d,),
   * numpy.mean, n_resamples=200000, method="percentile")}. The tolerance is that of 2,000
   * resamples.
   */
  @ParameterizedTest
  @CsvSource({"270, 480, 0.51875, 0.60625, 0.006", "195, 205, 0.92195, 0.98049, 0.005"})
  void theBootstrapIsThatOfSciPy(int count, int total, double low, double high, double tolerance) {
    ConfidenceInterval interval = new Proportion(count, total).bootstrapInterval();
    assertThat(interval.low()).isCloseTo(low, within(tolerance));
    assertThat(interval.high()).isCloseTo(high, within(tolerance));
    assertThat(new Proportion(count, total).bootstrapInterval()).isEqualTo(interval);
  }

  @Test
  void theEndsAreExactWhereAllOrNoneAreCounted() {
    for (int total = 1; total < 2000; total++) {
      assertThat(new Proportion(0, total).interval().low()).isZero();
      assertThat(new Proportion(total, total).interval().high()).isEqualTo(1);
    }
  }

  @Test
  void nothingIsKnownOfNothing() {
    assertThat(new Proportion(0, 0).value()).isZero();
    assertThat(new Proportion(0, 0).interval()).isEqualTo(new ConfidenceInterval(0, 1));
    assertThat(new Proportion(0, 0).bootstrapInterval()).isEqualTo(new ConfidenceInterval(0, 1));
  }

  @Test
  void impossibleOnesAreRefused() {
    assertThatThrownBy(() -> new Proportion(3, 2)).hasMessage("3 of 2");
    assertThatThrownBy(() -> new Proportion(-1, 2)).hasMessage("-1 of 2");
    assertThatThrownBy(() -> new ConfidenceInterval(0.5, 0.4))
        .hasMessage("an interval from 0.5 to 0.4");
    assertThatThrownBy(() -> new ConfidenceInterval(Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
