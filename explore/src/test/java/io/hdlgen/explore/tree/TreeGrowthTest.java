package io.hdlgen.explore.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeGrowthTest {
  private final CodeTable table = Codes.table();

  /**
   * scikit-learn 1.9, the same for twelve values of {@code random_state}: {@code
   * DecisionTreeClassifier(max_leaf_nodes=leaves, criterion=..., class_weight=...)} on the same
   * codes; right answers, sum of the leaves' impurities times their share of the weight, depth.
   */
  @ParameterizedTest
  @CsvSource({
    "GINI, false, 2, 197, 0.639484259, 1",
    "GINI, false, 3, 228, 0.5690251666, 2",
    "GINI, false, 5, 246, 0.5128046971, 3",
    "GINI, false, 8, 277, 0.4463710874, 4",
    "GINI, false, 12, 303, 0.3846765916, 5",
    "GINI, false, 20, 318, 0.3228393169, 6",
    "GINI, false, 30, 335, 0.2656904529, 6",
    "ENTROPY, false, 2, 197, 1.6693104908, 1",
    "ENTROPY, false, 5, 240, 1.3594841124, 4",
    "ENTROPY, false, 8, 274, 1.2012907551, 4",
    "ENTROPY, false, 20, 314, 0.8594902777, 6",
    "ENTROPY, false, 30, 327, 0.6922034171, 6",
    "GINI, true, 2, 153, 0.661944156, 1",
    "GINI, true, 8, 263, 0.4627853246, 4",
    "GINI, true, 20, 315, 0.3350029762, 6",
    "GINI, true, 30, 331, 0.274900395, 7",
    "GINI, true, 60, 358, 0.1591884569, 10"
  })
  void treesAreThoseOfScikitLearn(
      Criterion criterion, boolean balanced, int leaves, int right, double impurity, int depth) {
    List<Double> weights =
        balanced ? GrowthOptions.balancedWeights(table, table.allRows()) : List.of();
    GrowthOptions options = GrowthOptions.leaves(60).with(criterion).withClassWeights(weights);
    DecisionTree tree = grow(options).prune(leaves);
    assertThat(Codes.right(tree, table)).isEqualTo(right);
    double[] array = weights.stream().mapToDouble(Double::doubleValue).toArray();
    assertThat(Codes.impurity(tree, criterion, array)).isCloseTo(impurity, within(1e-9));
    assertThat(Codes.depth(tree)).isEqualTo(depth);
    assertThat(grow(GrowthOptions.leaves(leaves).with(criterion).withClassWeights(weights)))
        .isEqualTo(tree);
  }

  /** scikit-learn as above, with {@code max_leaf_nodes=60} and each option. */
  @Test
  void optionsEndTheGrowthAsThoseOfScikitLearn() {
    assertTree(GrowthOptions.leaves(60).withMinLeafRows(7), 317, 0.2955556666, 42, 7);
    assertTree(GrowthOptions.leaves(30).withMinLeafRows(7), 317, 0.303508837, 30, 6);
    assertTree(GrowthOptions.leaves(60).withMinDecrease(0.004), 338, 0.2536904529, 33, 7);
    assertTree(GrowthOptions.leaves(60).withMaxDepth(4), 298, 0.378848426, 16, 4);
  }

  private void assertTree(
      GrowthOptions options, int right, double impurity, int leaves, int depth) {
    DecisionTree tree = grow(options);
    assertThat(Codes.right(tree, table)).isEqualTo(right);
    assertThat(Codes.impurity(tree, Criterion.GINI)).isCloseTo(impurity, within(1e-9));
    assertThat(tree.leaves()).isEqualTo(leaves);
    assertThat(Codes.depth(tree)).isEqualTo(depth);
  }

  /** Tries every split of every leaf at every step, from the rows themselves. */
  @ParameterizedTest
  @CsvSource({
    "GINI, 0, 1",
    "ENTROPY, 0, 1",
    "GINI, 0.004, 1",
    "GINI, 0, 1.6",
    "ENTROPY, 0.002, 1.3"
  })
  void everyStepTakesTheBestSplitOfAnyLeaf(Criterion criterion, double newLevel, double reuse) {
    LevelCost cost = new LevelCost(newLevel, reuse);
    int[] rows = new Random(8).ints(150, 0, Codes.ROWS).toArray();
    GrowthOptions options = GrowthOptions.leaves(40).with(criterion).with(cost);
    DecisionTree tree = TreeGrowth.grow(table, rows, options);
    for (int n = 1; n < tree.leaves(); n++) {
      DecisionTree before = tree.prune(n);
      Set<Codes.Level> used = Codes.levels(before);
      double decrease =
          impurity(before, rows, criterion) - impurity(tree.prune(n + 1), rows, criterion);
      boolean opens = Codes.levels(tree.prune(n + 1)).size() > used.size();
      double best = 0;
      for (List<Integer> leaf : leaves(before, rows)) {
        best = Math.max(best, bestWorth(leaf, rows.length, options, used));
      }
      assertThat(cost.worth(decrease, !opens && !cost.isNone())).isCloseTo(best, within(1e-9));
    }
    assertThat(tree.leaves()).isGreaterThan(20);
  }

  private double bestWorth(
      List<Integer> leaf, int all, GrowthOptions options, Set<Codes.Level> used) {
    Criterion criterion = options.criterion();
    double best = 0;
    for (int i = 0; i < Codes.FEATURES; i++) {
      for (int level = 1; level < Codes.LEVELS; level++) {
        int feature = i;
        int from = level;
        List<Integer> below = leaf.stream().filter(r -> table.code(r, feature) < from).toList();
        List<Integer> above = leaf.stream().filter(r -> table.code(r, feature) >= from).toList();
        if (!below.isEmpty() && !above.isEmpty()) {
          double parts = mass(below, criterion) + mass(above, criterion);
          boolean inUse = used.contains(new Codes.Level(i, level));
          double decrease = (mass(leaf, criterion) - parts) / all;
          best = Math.max(best, options.levelCost().worth(decrease, inUse));
        }
      }
    }
    return best;
  }

  private double impurity(DecisionTree tree, int[] rows, Criterion criterion) {
    return leaves(tree, rows).stream().mapToDouble(leaf -> mass(leaf, criterion)).sum()
        / rows.length;
  }

  private double mass(List<Integer> rows, Criterion criterion) {
    double[] counts = new double[Codes.CLASSES];
    rows.forEach(row -> counts[table.label(row)]++);
    return rows.isEmpty() ? 0 : criterion.mass(counts, rows.size());
  }

  private List<List<Integer>> leaves(DecisionTree tree, int[] rows) {
    List<List<Integer>> found = new ArrayList<>();
    tree.nodes().forEach(node -> found.add(new ArrayList<>()));
    for (int row : rows) {
      int at = 0;
      while (tree.nodes().get(at) instanceof TreeNode.Split split) {
        at = split.next(table.code(row, split.feature()));
      }
      found.get(at).add(row);
    }
    return found.stream().filter(leaf -> !leaf.isEmpty()).toList();
  }

  /** Codes 3 and 7 alone occur: the middle level is 6, as scikit-learn's threshold 5. */
  @Test
  void aGapIsPartedInTheMiddle() {
    CodeTable gap = CodeTable.of(new long[][] {{3}, {3}, {7}}, List.of(3), new int[] {0, 0, 1}, 2);
    assertThat(Codes.levels(TreeGrowth.grow(gap, gap.allRows(), GrowthOptions.leaves(9))))
        .containsExactly(new Codes.Level(0, 6));
  }

  @Test
  void levelsThatCostAreSharedAndFewer() {
    DecisionTree free = grow(GrowthOptions.leaves(30));
    DecisionTree shared = grow(GrowthOptions.leaves(30).with(new LevelCost(0, 1.5)));
    DecisionTree dear = grow(GrowthOptions.leaves(30).with(new LevelCost(0.01, 1)));
    assertThat(free.leaves()).isEqualTo(30);
    assertThat(shared.leaves()).isEqualTo(30);
    assertThat(Codes.levels(shared).size()).isLessThan(Codes.levels(free).size());
    assertThat(Codes.levels(dear).size()).isLessThan(Codes.levels(free).size());
    // No split that opens a level and brings less than it costs.
    for (int n = 1; n < dear.leaves(); n++) {
      double decrease =
          Codes.impurity(dear.prune(n), Criterion.GINI)
              - Codes.impurity(dear.prune(n + 1), Criterion.GINI);
      boolean opened = Codes.levels(dear.prune(n + 1)).size() > Codes.levels(dear.prune(n)).size();
      assertThat(decrease).isGreaterThanOrEqualTo(opened ? 0.01 - 1e-12 : -1e-12);
    }
  }

  /** Feature 0 parts the pairs of classes first; then 2 of feature 1 lies in the gap 0 to 6. */
  @Test
  void aLevelInUseIsTakenWhereItPartsTheRowsAlike() {
    long[][] codes = {{0, 0}, {0, 0}, {0, 2}, {0, 2}, {3, 0}, {3, 0}, {3, 6}, {3, 6}};
    int[] labels = {0, 0, 1, 1, 2, 2, 3, 3};
    CodeTable gap = CodeTable.of(codes, List.of(2, 3), labels, 4);
    GrowthOptions options = GrowthOptions.leaves(9);
    assertThat(Codes.levels(TreeGrowth.grow(gap, gap.allRows(), options)))
        .filteredOn(level -> level.feature() == 1)
        .hasSize(2);
    assertThat(
            Codes.levels(TreeGrowth.grow(gap, gap.allRows(), options.with(new LevelCost(1e-6, 1)))))
        .filteredOn(level -> level.feature() == 1)
        .hasSize(1);
  }

  @Test
  void pureRowsAreOneLeaf() {
    CodeTable pure = CodeTable.of(new long[][] {{0}, {1}}, List.of(1), new int[] {1, 1}, 3);
    DecisionTree tree = TreeGrowth.grow(pure, pure.allRows(), GrowthOptions.leaves(9));
    assertThat(tree.leaves()).isEqualTo(1);
    assertThat(tree.classify(new long[] {0})).isEqualTo(1);
  }

  @Test
  void impossibleOnesAreRefused() {
    GrowthOptions options = GrowthOptions.leaves(2);
    assertThatThrownBy(() -> TreeGrowth.grow(table, new int[0], options))
        .hasMessage("0 rows, 0 class weights for 4 classes");
    assertThatThrownBy(
            () -> TreeGrowth.grow(table, new int[1], options.withClassWeights(List.of(1.0))))
        .hasMessage("1 rows, 1 class weights for 4 classes");
    assertThatThrownBy(() -> options.withClassWeights(List.of(0.0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> GrowthOptions.leaves(0)).hasMessageStartingWith("0 leaves");
    assertThatThrownBy(() -> new LevelCost(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CodeTable.of(new long[][] {{8}}, List.of(3), new int[1], 2))
        .hasMessage("row 0: code 8 of feature 0");
    assertThatThrownBy(() -> CodeTable.of(new long[][] {{7}}, List.of(3), new int[] {2}, 2))
        .hasMessage("row 0: 1 codes for 1 features, class 2 of 2");
  }

  private DecisionTree grow(GrowthOptions options) {
    return TreeGrowth.grow(table, table.allRows(), options);
  }
}
