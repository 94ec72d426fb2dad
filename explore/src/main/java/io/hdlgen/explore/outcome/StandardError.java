package io.hdlgen.explore.outcome;

/**
 * The rule by which the smallest circuit is chosen that may be as good as the best: its merit lies
 * within one standard error (Breiman, Friedman, Olshen, Stone, "Classification and Regression
 * Trees", 1984).
 */
public final class StandardError {
  private StandardError() {}

  /**
   * The least merit that may be as good as the best.
   *
   * @param best merit, a share of the rows
   * @param rows that it was measured on
   */
  public static double below(double best, int rows) {
    return best - Math.sqrt(best * (1 - best) / rows);
  }
}
