package io.hdlgen.quantizer.metrics;

import org.apache.commons.math3.distribution.BinomialDistribution;

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
  /** Of the normal distribution, for an interval of 95 % ({@link ConfidenceInterval#LEVEL}). */
  private static final double QUANTILE = 1.959963984540054;

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
   * The 95 % interval of the difference by the score test: the differences that it does not reject.
   * It has a width even where both are right on the same rows, and its ends are never beyond 1.
   * From T. Tango, Equivalence test and confidence interval for the difference in proportions for
   * the paired-sample design, Statistics in Medicine 17, 1998.
   */
  public DifferenceInterval interval() {
    if (rows == 0) {
      return DifferenceInterval.UNKNOWN;
    }
    double low = difference() == -1 ? -1 : end(-1);
    double high = difference() == 1 ? 1 : end(1);
    return new DifferenceInterval(low, high);
  }

  /** Where the score is as far off as confidence allows, between the difference and this bound. */
  private double end(double bound) {
    double kept = difference();
    double rejected = bound;
    for (double middle = (kept + rejected) / 2;
        middle != kept && middle != rejected;
        middle = (kept + rejected) / 2) {
      if (Math.abs(score(middle)) <= QUANTILE) {
        kept = middle;
      } else {
        rejected = middle;
      }
    }
    return kept;
  }

  /** How many standard deviations the counts are off if this is the difference, within -1 to 1. */
  private double score(double difference) {
    // The likeliest share of rows on which the second alone is right, given the difference.
    double linear =
        (2.0 * rows - firstOnly + secondOnly) * difference - firstOnly - (double) secondOnly;
    double constant = -secondOnly * difference * (1 - difference);
    double root = Math.sqrt(Math.max(0, linear * linear - 8.0 * rows * constant));
    double share = (root - linear) / (4.0 * rows);
    double variance = rows * (2 * share + difference * (1 - difference));
    return (firstOnly - secondOnly - rows * difference) / Math.sqrt(variance);
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
