package io.hdlgen.explore.outcome;

import java.util.stream.IntStream;

/**
 * The rule by which the smallest circuit is chosen that may be as good as the best: its merit lies
 * within one standard error (Breiman, Friedman, Olshen, Stone, "Classification and Regression
 * Trees", 1984).
 */
public final class StandardError {
  private StandardError() {}

  /**
   * The least merit that may be as good as the best. Of balanced accuracy, the error is that of
   * recalls which are all as great, so that classes of few rows make it wide; where all rows are
   * right or none, one more row of either kind is reckoned with (Laplace's rule).
   *
   * @param best merit, 0 to 1
   * @param classRows rows of each class that it was measured on, not all 0
   */
  public static double below(Aim aim, double best, int[] classRows) {
    if (aim == Aim.ACCURACY) {
      return best - Math.sqrt(variance(best, IntStream.of(classRows).sum()));
    }
    double sum = 0;
    int present = 0;
    for (int rows : classRows) {
      sum += rows == 0 ? 0 : variance(best, rows);
      present += rows == 0 ? 0 : 1;
    }
    return best - Math.sqrt(sum) / present;
  }

  private static double variance(double share, int rows) {
    double smoothed = (share * rows + 1) / (rows + 2);
    return smoothed * (1 - smoothed) / rows;
  }
}
