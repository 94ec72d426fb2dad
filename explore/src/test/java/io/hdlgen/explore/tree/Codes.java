package io.hdlgen.explore.tree;

import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;

/** A table of codes to test with: the same in Python, so that references could be computed. */
final class Codes {
  static final int ROWS = 400;
  static final int FEATURES = 5;
  static final int LEVELS = 8;
  static final int CLASSES = 4;

  private Codes() {}

  /**
   * Codes 0 to 7 of C's linear congruential generator; a class by three features and a fourth, and
   * a random one in a fifth of the rows.
   */
  static CodeTable table() {
    long[][] codes = rows();
    return CodeTable.of(codes, Collections.nCopies(FEATURES, 3), labels(codes), CLASSES);
  }

  static long[][] rows() {
    return generate(new int[ROWS]);
  }

  private static int[] labels(long[][] codes) {
    int[] labels = new int[codes.length];
    generate(labels);
    return labels;
  }

  private static long[][] generate(int[] labels) {
    long state = 12_345;
    long[][] codes = new long[ROWS][FEATURES];
    for (int r = 0; r < ROWS; r++) {
      for (int i = 0; i < FEATURES; i++) {
        state = next(state);
        codes[r][i] = (state >> 16) % LEVELS;
      }
      state = next(state);
      long value = codes[r][0] + 2 * codes[r][1] - codes[r][2];
      if ((state >> 16) % 10 < 2) {
        labels[r] = (int) ((state >> 20) % CLASSES);
      } else if (value < 4) {
        labels[r] = 0;
      } else if (value < 9) {
        labels[r] = 1;
      } else {
        labels[r] = codes[r][3] < 6 ? 2 : 3;
      }
    }
    return codes;
  }

  private static long next(long state) {
    return (state * 1_103_515_245L + 12_345) % (1L << 31);
  }

  /** The impurity of the leaves, each weighted by its share of the rows' weight. */
  static double impurity(DecisionTree tree, Criterion criterion, double... classWeights) {
    double all = 0;
    double sum = 0;
    for (TreeNode node : tree.nodes()) {
      double[] weights = new double[node.counts().size()];
      double total = 0;
      for (int k = 0; k < weights.length; k++) {
        weights[k] = node.counts().get(k) * (classWeights.length == 0 ? 1 : classWeights[k]);
        total += weights[k];
      }
      all = Math.max(all, total);
      sum += node instanceof TreeNode.Leaf ? criterion.mass(weights, total) : 0;
    }
    return sum / all;
  }

  /** A question to one feature: is its code {@code level} or more? */
  record Level(int feature, int level) {}

  /** The levels that splits compare with, each once. */
  static Set<Level> levels(DecisionTree tree) {
    return tree.nodes().stream()
        .filter(TreeNode.Split.class::isInstance)
        .map(TreeNode.Split.class::cast)
        .map(split -> new Level(split.feature(), split.level()))
        .collect(Collectors.toSet());
  }

  /** The most splits on a way from the root. */
  static int depth(DecisionTree tree) {
    return depth(tree, 0);
  }

  private static int depth(DecisionTree tree, int node) {
    return tree.nodes().get(node) instanceof TreeNode.Split split
        ? 1 + Math.max(depth(tree, split.ifZero()), depth(tree, split.ifOne()))
        : 0;
  }

  static int right(DecisionTree tree, CodeTable table) {
    SizeCurve curve = SizeCurve.of(tree, table, table.allRows(), tree.leaves());
    return (int) Math.round(curve.accuracy(tree.leaves()) * table.rows());
  }
}
