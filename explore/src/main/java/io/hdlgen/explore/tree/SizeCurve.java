package io.hdlgen.explore.tree;

import java.util.Arrays;

/**
 * How right the trees of all sizes are that one growth went through, at the price of a single walk
 * of each row through the largest. Curves of several folds add up. Immutable.
 */
public final class SizeCurve {
  /** Right answers {@code [leaves - 1][class]}. */
  private final int[][] right;

  /** Rows of each class. */
  private final int[] rows;

  private SizeCurve(int[][] right, int[] rows) {
    this.right = right;
    this.rows = rows;
  }

  /**
   * The curve on these rows.
   *
   * @param maxLeaves its end, at least 1; a tree of fewer leaves counts as one of all larger sizes
   */
  public static SizeCurve of(DecisionTree tree, CodeTable table, int[] rows, int maxLeaves) {
    int[][] steps = new int[maxLeaves + 1][table.classes()];
    int[] counts = new int[table.classes()];
    for (int row : rows) {
      int label = table.label(row);
      counts[label]++;
      int size = 1;
      TreeNode node = tree.nodes().get(0);
      while (node instanceof TreeNode.Split split && split.rank() + 1 < maxLeaves) {
        // The node answers as a leaf until its split is made.
        int next = split.rank() + 2;
        mark(steps, size, next, node.label() == label, label);
        size = next;
        node = tree.nodes().get(split.next(table.code(row, split.feature())));
      }
      mark(steps, size, maxLeaves + 1, node.label() == label, label);
    }
    int[][] right = new int[maxLeaves][table.classes()];
    int[] sum = new int[table.classes()];
    for (int n = 0; n < maxLeaves; n++) {
      for (int k = 0; k < sum.length; k++) {
        sum[k] += steps[n][k];
      }
      right[n] = sum.clone();
    }
    return new SizeCurve(right, counts);
  }

  private static void mark(int[][] steps, int from, int to, boolean isRight, int label) {
    if (isRight) {
      steps[from - 1][label]++;
      steps[to - 1][label]--;
    }
  }

  /**
   * The curve over the rows of both.
   *
   * @throws IllegalArgumentException if they differ in sizes or classes
   */
  public SizeCurve plus(SizeCurve other) {
    if (right.length != other.right.length || rows.length != other.rows.length) {
      throw new IllegalArgumentException("curves of different sizes or classes");
    }
    int[][] sums = new int[right.length][rows.length];
    for (int n = 0; n < sums.length; n++) {
      int size = n;
      Arrays.setAll(sums[n], k -> right[size][k] + other.right[size][k]);
    }
    int[] allRows = new int[rows.length];
    Arrays.setAll(allRows, k -> rows[k] + other.rows[k]);
    return new SizeCurve(sums, allRows);
  }

  /** The largest size. */
  public int maxLeaves() {
    return right.length;
  }

  /** Right answers among all rows, 0 to 1. */
  public double accuracy(int leaves) {
    return (double) Arrays.stream(right[leaves - 1]).sum() / Arrays.stream(rows).sum();
  }

  /** Mean of the recall over the classes that have rows. */
  public double balancedAccuracy(int leaves) {
    double sum = 0;
    int present = 0;
    for (int k = 0; k < rows.length; k++) {
      if (rows[k] > 0) {
        sum += (double) right[leaves - 1][k] / rows[k];
        present++;
      }
    }
    return sum / present;
  }
}
