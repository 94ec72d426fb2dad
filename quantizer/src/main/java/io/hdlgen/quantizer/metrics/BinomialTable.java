package io.hdlgen.quantizer.metrics;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Draws from a binomial distribution, fast, by inversion: a binary search in a table of cumulative
 * probabilities. Numbers of successes beyond ten standard deviations are left out; none would be
 * drawn in the age of the universe.
 */
final class BinomialTable {
  private static final double DEVIATIONS = 10;

  /** For distributions so lopsided that the standard deviation says little of the long tail. */
  private static final int MARGIN = 40;

  private final int first;
  private final double[] cumulative;

  /**
   * The number of successes in so many trials.
   *
   * @param trials at least 1
   * @param probability of a success, 0 to 1
   */
  BinomialTable(int trials, double probability) {
    double mean = trials * probability;
    double reach = DEVIATIONS * Math.sqrt(mean * (1 - probability)) + MARGIN;
    first = (int) Math.max(0, mean - reach);
    int last = (int) Math.min(trials, mean + reach);
    // The distribution's own generator is never asked.
    BinomialDistribution distribution = new BinomialDistribution(null, trials, probability);
    cumulative = new double[last - first + 1];
    double sum = 0;
    for (int i = 0; i < cumulative.length; i++) {
      sum += distribution.probability(first + i);
      cumulative[i] = sum;
    }
  }

  int draw(RandomGenerator random) {
    double share = random.nextDouble() * cumulative[cumulative.length - 1];
    int place = Arrays.binarySearch(cumulative, share);
    return first + (place >= 0 ? place : -place - 1);
  }
}
