package io.hdlgen.explore.tree;

/**
 * A split that a node could be given.
 *
 * @param worth the decrease of impurity that it brings, after the cost of levels
 */
record SplitChoice(int feature, int level, double worth) {
  /** Differences below it are rounding: the earlier choice then stays. */
  private static final double EPSILON = 1e-12;

  boolean isBetterThan(SplitChoice other) {
    return other == null || worth > other.worth + EPSILON;
  }

  /** Whether it is worth that much. */
  boolean isWorth(double least) {
    return worth >= least - EPSILON;
  }
}
