package io.hdlgen.explore.tree;

import java.util.Comparator;

/**
 * A question to one feature: is its code {@code level} or more?
 *
 * @param feature its index
 * @param level from 1
 */
public record ComparatorLevel(int feature, int level) implements Comparable<ComparatorLevel> {
  private static final Comparator<ComparatorLevel> ORDER =
      Comparator.comparingInt(ComparatorLevel::feature).thenComparingInt(ComparatorLevel::level);

  /** By feature, then by level. */
  @Override
  public int compareTo(ComparatorLevel other) {
    return ORDER.compare(this, other);
  }
}
