package io.hdlgen.explore.tree;

import java.util.Arrays;
import java.util.Optional;

/** Finds the best split of a node, in time linear in the number of codes. */
final class SplitFinder {
  private final CodeTable table;
  private final GrowthOptions options;
  private final double[] weights;
  private final double allWeight;

  /** The levels that splits already compare with. */
  private final boolean[][] used;

  // Reused from feature to feature.
  private final int[] below;
  private final double[] weightBelow;
  private final double[] weightAbove;

  SplitFinder(CodeTable table, int[] rootCounts, GrowthOptions options) {
    this.table = table;
    this.options = options;
    int classes = table.classes();
    weights = new double[classes];
    Arrays.setAll(
        weights, k -> options.classWeights().isEmpty() ? 1 : options.classWeights().get(k));
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      sum += weights[k] * rootCounts[k];
    }
    allWeight = sum;
    used = new boolean[table.features()][];
    for (int i = 0; i < used.length; i++) {
      used[i] = new boolean[table.codes(i)];
    }
    below = new int[classes];
    weightBelow = new double[classes];
    weightAbove = new double[classes];
  }

  /** The class that weighs most, the lowest of several. */
  int label(int[] counts) {
    int best = 0;
    for (int k = 1; k < counts.length; k++) {
      if (counts[k] * weights[k] > counts[best] * weights[best]) {
        best = k;
      }
    }
    return best;
  }

  /** Takes note that splits compare with this level; whether that is new and levels cost. */
  boolean use(int feature, int level) {
    boolean isNew = !used[feature][level];
    used[feature][level] = true;
    return isNew && !options.levelCost().isNone();
  }

  /** The best split by any feature; the lowest feature and level among equal ones. */
  Optional<SplitChoice> best(Histogram histogram, int[] counts) {
    SplitChoice best = null;
    for (int i = 0; i < table.features(); i++) {
      best = better(best, histogram, counts, i);
    }
    return Optional.ofNullable(best);
  }

  /** The better of a split and the best one by this feature. */
  SplitChoice better(SplitChoice best, Histogram histogram, int[] counts, int feature) {
    int rows = Arrays.stream(counts).sum();
    double mass = mass(counts);
    Arrays.fill(below, 0);
    int rowsBelow = 0;
    int last = 0;
    SplitChoice found = best;
    for (int code = 0; code < table.codes(feature); code++) {
      int before = rowsBelow;
      // What is below this code, kept while its own rows are added.
      boolean possible = before >= options.minLeafRows() && rows - before >= options.minLeafRows();
      double worth = possible ? mass - massOfParts(counts) : 0;
      int here = histogram.addTo(below, feature, code);
      if (here > 0) {
        if (possible) {
          SplitChoice choice = choice(feature, last, code, worth / allWeight);
          found = choice.isBetterThan(found) ? choice : found;
        }
        last = code;
      }
      rowsBelow += here;
      if (rowsBelow == rows) {
        break;
      }
    }
    return found;
  }

  private SplitChoice choice(int feature, int last, int next, double decrease) {
    if (!options.levelCost().isNone()) {
      for (int level = last + 1; level <= next; level++) {
        if (used[feature][level]) {
          return new SplitChoice(feature, level, options.levelCost().worth(decrease, true));
        }
      }
    }
    int middle = (last + next) / 2 + 1;
    return new SplitChoice(feature, middle, options.levelCost().worth(decrease, false));
  }

  private double mass(int[] counts) {
    double total = 0;
    for (int k = 0; k < counts.length; k++) {
      weightBelow[k] = counts[k] * weights[k];
      total += weightBelow[k];
    }
    return options.criterion().mass(weightBelow, total);
  }

  private double massOfParts(int[] counts) {
    double totalBelow = 0;
    double totalAbove = 0;
    for (int k = 0; k < counts.length; k++) {
      weightBelow[k] = below[k] * weights[k];
      weightAbove[k] = (counts[k] - below[k]) * weights[k];
      totalBelow += weightBelow[k];
      totalAbove += weightAbove[k];
    }
    Criterion criterion = options.criterion();
    return criterion.mass(weightBelow, totalBelow) + criterion.mass(weightAbove, totalAbove);
  }
}
