package io.hdlgen.quantizer.metrics;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Two classifiers on the same rows. Rows on which both are right, or both wrong, say nothing of
 * which is better; intervals of each accuracy on its own, which count them, are far too wide to
 * compare by.
 *
 * @param rows all rows
 * @param firstOnly rows on which the first alone is right
 * @param secondOnly rows on which the second alone is right
 */
public record PairedComparison(int rows, int firstOnly, int secondOnly) {
  public PairedComparison {
    if (firstOnly < 0 || secondOnly < 0 || (long) firstOnly + secondOnly > rows) {
      throw new IllegalArgumentException(firstOnly + " and " + secondOnly + " of " + rows);
    }
  }

  /**
   * Compares answers, one a row.
   *
   * @param first class indices
   * @param second class indices
   * @param actual class indices
   * @throws IllegalArgumentException if the lengths differ
   */
  public static PairedComparison of(int[] first, int[] second, int[] actual) {
    if (first.length != actual.length || second.length != actual.length) {
      throw new IllegalArgumentException(
          "%d and %d answers, %d labels".formatted(first.length, second.length, actual.length));
    }
    int firstOnly = 0;
    int secondOnly = 0;
    for (int r = 0; r < actual.length; r++) {
      firstOnly += first[r] == actual[r] && second[r] != actual[r] ? 1 : 0;
      secondOnly += first[r] != actual[r] && second[r] == actual[r] ? 1 : 0;
    }
    return new PairedComparison(actual.length, firstOnly, secondOnly);
  }

  /** The first one's accuracy minus the second's; 0 without rows. */
  public double difference() {
    return rows == 0 ? 0 : (double) (firstOnly - secondOnly) / rows;
  }

  /**
   * The 95 % interval of the difference by the percentile bootstrap over rows, each drawn with both
   * answers, 2,000 times.
   *
   * <p>Rows on which just one is right are binomial in such a draw, and so are those of the first
   * among them; they are drawn as such. Where both are right on the same rows the interval is 0 to
   * 0, which with few rows is too narrow.
   */
  public DifferenceInterval interval() {
    if (rows == 0) {
      return DifferenceInterval.UNKNOWN;
    }
    int discordant = firstOnly + secondOnly;
    if (discordant == 0) {
      return new DifferenceInterval(0, 0);
    }
    RandomGenerator random = Bootstrap.random();
    BinomialTable drawn = new BinomialTable(rows, (double) discordant / rows);
    double[] differences = new double[Bootstrap.RESAMPLES];
    for (int b = 0; b < differences.length; b++) {
      int sum = 0;
      for (int left = drawn.draw(random); left > 0; left--) {
        sum += random.nextInt(discordant) < firstOnly ? 1 : -1;
      }
      differences[b] = (double) sum / rows;
    }
    double[] ends = Bootstrap.ends(differences);
    return new DifferenceInterval(ends[0], ends[1]);
  }

  /**
   * The p-value of McNemar's test, two-sided and exact: how probable it is that fair coins for the
   * rows on which just one is right come out as unevenly, or more. 1 where there are no such rows.
   * From Q. McNemar, Note on the sampling error of the difference between correlated proportions or
   * percentages, Psychometrika 12, 1947; binomial instead of its approximation by chi-squared.
   */
  public double mcNemar() {
    int discordant = firstOnly + secondOnly;
    if (discordant == 0) {
      return 1;
    }
    // The distribution's own generator is never asked.
    BinomialDistribution coins = new BinomialDistribution(null, discordant, 0.5);
    return Math.min(1, 2 * coins.cumulativeProbability(Math.min(firstOnly, secondOnly)));
  }
}
