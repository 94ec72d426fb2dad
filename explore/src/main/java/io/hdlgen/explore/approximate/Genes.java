package io.hdlgen.explore.approximate;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a point, gene by gene. Of each gene, a number from 0 to 1, the lowest part means that
 * nothing is approximated.
 */
final class Genes {
  /** What a gene chooses. */
  enum Kind {
    DIGITS,
    FEATURE,
    WIDTH,
    COLUMNS,
    PRODUCT,
    COMPLEMENT,
    UNCORRECTED,
    MASK,
    ORDER,
    COMPARATOR
  }

  /**
   * A gene.
   *
   * @param levels number of choices, at least 1
   */
  record Slot(Kind kind, int levels) {
    /** The middle of a choice. */
    double value(int level) {
      return (level + 0.5) / levels;
    }
  }

  private final double[] point;
  private final List<Slot> slots = new ArrayList<>();

  private Genes(double[] point) {
    this.point = point;
  }

  static Genes of(double[] point) {
    return new Genes(point);
  }

  /** Every gene is 0; for {@link #slots}. */
  static Genes none() {
    return new Genes(new double[0]);
  }

  /** All genes that have been read. */
  List<Slot> slots() {
    return slots;
  }

  /** The next gene's choice among so many, 0 for nothing. */
  int level(Kind kind, int levels) {
    int next = slots.size();
    slots.add(new Slot(kind, levels));
    return point.length == 0 ? 0 : Math.min(levels - 1, (int) (point[next] * levels));
  }

  boolean flag(Kind kind) {
    return level(kind, 2) == 1;
  }
}
