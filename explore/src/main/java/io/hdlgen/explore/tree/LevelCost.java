package io.hdlgen.explore.tree;

/**
 * What a comparator level is worth while a tree grows. A level of a feature that several splits
 * compare with needs one comparator of the analogue front end alone.
 *
 * <p>A split at a level that no split has used is worth its decrease of impurity minus {@code
 * newLevel}; one at a level already used is worth its decrease times {@code reuseFactor}. Where
 * several levels part the rows alike, one already used is taken.
 *
 * @param newLevel at least 0, in impurity weighted by the share of rows
 * @param reuseFactor at least 1
 */
public record LevelCost(double newLevel, double reuseFactor) {
  /** Levels cost nothing, and of several that part the rows alike the middle one is taken. */
  public static final LevelCost NONE = new LevelCost(0, 1);

  public LevelCost {
    if (!(newLevel >= 0 && reuseFactor >= 1)) {
      throw new IllegalArgumentException(
          "cost " + newLevel + " of a level, factor " + reuseFactor + " of one in use");
    }
  }

  boolean isNone() {
    return equals(NONE);
  }

  double worth(double decrease, boolean used) {
    return used ? decrease * reuseFactor : decrease - newLevel;
  }
}
