package io.hdlgen.quantizer.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTableTest {
  private static final int DRAWS = 20_000;

  @ParameterizedTest
  @CsvSource({"1, 0.3", "7, 0.5", "12, 0.75", "30, 0.9"})
  void drawsAreAsFrequentAsTheyShould(int trials, double probability) {
    BinomialTable table = new BinomialTable(trials, probability);
    BinomialDistribution truth = new BinomialDistribution(null, trials, probability);
    Well19937c random = new Well19937c(3);
    long[] drawn = new long[trials + 1];
    for (int i = 0; i < DRAWS; i++) {
      drawn[table.draw(random)]++;
    }
    double[] expected = new double[trials + 1];
    for (int k = 0; k <= trials; k++) {
      expected[k] = DRAWS * truth.probability(k);
    }
    assertThat(new ChiSquareTest().chiSquareTest(expected, drawn)).isGreaterThan(0.001);
  }

  @ParameterizedTest
  @CsvSource({"100000000, 1e-8", "100000000, 0.5", "100000000, 0.99999999", "5000, 0.002"})
  void meanAndSpreadAreRightFarOut(int trials, double probability) {
    BinomialTable table = new BinomialTable(trials, probability);
    Well19937c random = new Well19937c(4);
    double mean = trials * probability;
    double variance = mean * (1 - probability);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      double away = table.draw(random) - mean;
      sum += away;
      squares += away * away;
    }
    assertThat(Math.abs(sum / DRAWS)).isLessThan(4 * Math.sqrt(variance / DRAWS));
    assertThat(squares / DRAWS / variance).isBetween(0.92, 1.08);
  }

  @Test
  void certaintyIsCertain() {
    Well19937c random = new Well19937c(5);
    for (int trials : new int[] {1, 2, 1000, 1_000_000}) {
      BinomialTable none = new BinomialTable(trials, 0);
      BinomialTable all = new BinomialTable(trials, 1);
      for (int i = 0; i < 100; i++) {
        assertThat(none.draw(random)).isZero();
        assertThat(all.draw(random)).isEqualTo(trials);
      }
    }
  }
}
