package io.hdlgen.explore.protocol;

import io.hdlgen.quantizer.train.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Deals rows out to folds so that each class is spread as evenly as possible, at random otherwise.
 *
 * <p>Rows that must stay together form a group. Groups are dealt the largest first, those of equal
 * size class by class, each to the fold that has the smallest share of the group's classes, and
 * among those to the one with the fewest rows. Where every group is one row, the numbers of rows of
 * a class in two folds differ by at most one, and so do the numbers of all rows.
 */
final class EvenSpread {
  private final int[] labels;
  private final int classes;
  private final List<int[]> groups;

  /**
   * Rows to spread.
   *
   * @param groupOfRow rows of the same number stay together
   */
  EvenSpread(Samples samples, int[] groupOfRow) {
    labels = samples.labels();
    classes = samples.classNames().size();
    Map<Integer, List<Integer>> rows = new LinkedHashMap<>();
    for (int r = 0; r < labels.length; r++) {
      rows.computeIfAbsent(groupOfRow[r], group -> new ArrayList<>()).add(r);
    }
    groups =
        rows.values().stream()
            .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
            .toList();
  }

  /** The fold of each row, 0 to {@code folds - 1}. */
  int[] deal(int folds, RandomGenerator random) {
    List<int[]> order = new ArrayList<>(groups);
    shuffle(order, random);
    order.sort(
        Comparator.<int[]>comparingInt(group -> -group.length)
            .thenComparingInt(group -> labels[group[0]]));
    double[] weight = new double[classes];
    for (int label : labels) {
      weight[label]++;
    }
    for (int k = 0; k < classes; k++) {
      weight[k] = weight[k] == 0 ? 0 : 1 / weight[k];
    }
    int[][] counts = new int[folds][classes];
    int[] totals = new int[folds];
    int[] foldOfRow = new int[labels.length];
    for (int[] group : order) {
      int fold = best(group, counts, totals, weight);
      for (int row : group) {
        foldOfRow[row] = fold;
        counts[fold][labels[row]]++;
      }
      totals[fold] += group.length;
    }
    return foldOfRow;
  }

  private int best(int[] group, int[][] counts, int[] totals, double[] weight) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int fold = 0; fold < totals.length; fold++) {
      double share = 0;
      for (int row : group) {
        share += counts[fold][labels[row]] * weight[labels[row]];
      }
      if (share < least || (share == least && totals[fold] < totals[best])) {
        least = share;
        best = fold;
      }
    }
    return best;
  }

  private static void shuffle(List<int[]> order, RandomGenerator random) {
    for (int i = order.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int[] group = order.get(i);
      order.set(i, order.get(j));
      order.set(j, group);
    }
  }

  /** Each row for itself. */
  static int[] apart(int rows) {
    int[] groups = new int[rows];
    Arrays.setAll(groups, r -> r);
    return groups;
  }
}
