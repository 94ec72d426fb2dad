package io.hdlgen.explore.tree;

import java.util.Arrays;
import java.util.List;

/**
 * How a tree grows.
 *
 * @param criterion how impurity is measured
 * @param maxLeaves at least 1
 * @param maxDepth the most splits on a way from the root, at least 0
 * @param minLeafRows the fewest rows of a leaf, at least 1
 * @param minDecrease a node is not split where that is worth less: the decrease of the impurity
 *     times the node's share of the weight of all rows, after {@code levelCost}
 * @param classWeights how much a row of each class counts, positive; empty: all 1
 * @param levelCost what levels cost
 */
public record GrowthOptions(
    Criterion criterion,
    int maxLeaves,
    int maxDepth,
    int minLeafRows,
    double minDecrease,
    List<Double> classWeights,
    LevelCost levelCost) {
  public GrowthOptions {
    classWeights = List.copyOf(classWeights);
    if (maxLeaves < 1 || maxDepth < 0 || minLeafRows < 1) {
      throw new IllegalArgumentException(
          "%d leaves, depth %d, %d rows a leaf".formatted(maxLeaves, maxDepth, minLeafRows));
    }
    if (!(minDecrease >= 0) || classWeights.stream().anyMatch(weight -> !(weight > 0))) {
      throw new IllegalArgumentException(
          "decrease %s, class weights %s".formatted(minDecrease, classWeights));
    }
  }

  /** By the Gini impurity, as scikit-learn does with {@code max_leaf_nodes} alone. */
  public static GrowthOptions leaves(int maxLeaves) {
    return new GrowthOptions(
        Criterion.GINI, maxLeaves, Integer.MAX_VALUE, 1, 0, List.of(), LevelCost.NONE);
  }

  /** With this measure of impurity. */
  public GrowthOptions with(Criterion newCriterion) {
    return new GrowthOptions(
        newCriterion, maxLeaves, maxDepth, minLeafRows, minDecrease, classWeights, levelCost);
  }

  /** With this cost of levels. */
  public GrowthOptions with(LevelCost newCost) {
    return new GrowthOptions(
        criterion, maxLeaves, maxDepth, minLeafRows, minDecrease, classWeights, newCost);
  }

  /** With these weights of the classes. */
  public GrowthOptions withClassWeights(List<Double> weights) {
    return new GrowthOptions(
        criterion, maxLeaves, maxDepth, minLeafRows, minDecrease, weights, levelCost);
  }

  /** With at least this many rows in a leaf. */
  public GrowthOptions withMinLeafRows(int rows) {
    return new GrowthOptions(
        criterion, maxLeaves, maxDepth, rows, minDecrease, classWeights, levelCost);
  }

  /** With at most this many splits on a way. */
  public GrowthOptions withMaxDepth(int depth) {
    return new GrowthOptions(
        criterion, maxLeaves, depth, minLeafRows, minDecrease, classWeights, levelCost);
  }

  /** With splits that are worth at least this. */
  public GrowthOptions withMinDecrease(double decrease) {
    return new GrowthOptions(
        criterion, maxLeaves, maxDepth, minLeafRows, decrease, classWeights, levelCost);
  }

  /**
   * The weights that make all classes count the same, {@code rows / (classes * rows of the class)},
   * as scikit-learn's {@code class_weight="balanced"}; 1 for a class without rows.
   */
  public static List<Double> balancedWeights(CodeTable table, int[] rows) {
    int[] counts = new int[table.classes()];
    for (int row : rows) {
      counts[table.label(row)]++;
    }
    long present = Arrays.stream(counts).filter(count -> count > 0).count();
    return Arrays.stream(counts)
        .mapToObj(count -> count == 0 ? 1.0 : (double) rows.length / (present * (double) count))
        .toList();
  }
}
