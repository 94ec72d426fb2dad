package io.hdlgen.explore.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.network.LongVector;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecisionTreeTest {
  private final CodeTable table = Codes.table();
  private final DecisionTree tree =
      TreeGrowth.grow(table, table.allRows(), GrowthOptions.leaves(60));

  @Test
  void aPrunedTreeIsTheOneGrownToThatSize() {
    for (int leaves = 1; leaves <= 60; leaves++) {
      assertThat(tree.prune(leaves))
          .isEqualTo(TreeGrowth.grow(table, table.allRows(), GrowthOptions.leaves(leaves)));
      assertThat(tree.prune(leaves).leaves()).isEqualTo(leaves);
    }
    assertThat(tree.prune(61)).isSameAs(tree);
    assertThatThrownBy(() -> tree.prune(0)).hasMessage("0 leaves");
  }

  @Test
  void theCurveIsThatOfTheTreesOfAllSizes() {
    int[] rows = IntStream.range(0, Codes.ROWS).filter(r -> r % 3 > 0).toArray();
    DecisionTree small = tree.prune(50);
    SizeCurve curve = SizeCurve.of(small, table, rows, 55);
    long[][] codes = Codes.rows();
    int[] actual = IntStream.of(rows).map(table::label).toArray();
    List<String> names = List.of("a", "b", "c", "d");
    for (int leaves = 1; leaves <= curve.maxLeaves(); leaves++) {
      DecisionTree pruned = small.prune(leaves);
      int[] predicted = IntStream.of(rows).map(r -> pruned.classify(codes[r])).toArray();
      ClassificationMetrics metrics = ClassificationMetrics.of(predicted, actual, names);
      assertThat(curve.accuracy(leaves)).isEqualTo(metrics.accuracy());
      assertThat(curve.balancedAccuracy(leaves))
          .isCloseTo(metrics.balancedAccuracy(), within(1e-12));
    }
    int[] others = IntStream.range(0, Codes.ROWS).filter(r -> r % 3 == 0).toArray();
    SizeCurve all = curve.plus(SizeCurve.of(small, table, others, 55));
    SizeCurve expected = SizeCurve.of(small, table, table.allRows(), 55);
    assertThat(all.balancedAccuracy(20)).isEqualTo(expected.balancedAccuracy(20));
    assertThat(all.accuracy(55)).isEqualTo(expected.accuracy(55));
    assertThat(SizeCurve.of(tree, table, rows, 9).accuracy(9)).isEqualTo(curve.accuracy(9));
    assertThatThrownBy(() -> curve.plus(SizeCurve.of(tree, table, rows, 9)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void answersAtTheLeaves() {
    DecisionTree own =
        new DecisionTree(
            List.of(
                split(1, 3, 1),
                split(0, 5, 3),
                split(1, 3, 5),
                leaf(0),
                leaf(1),
                leaf(2),
                leaf(0)));
    assertThat(own.classify(new long[] {4, 2})).isZero();
    assertThat(own.classify(new long[] {5, 2})).isEqualTo(1);
    assertThat(own.classify(new long[] {5, 3})).isZero();
    // The second question to feature 1 has its answer already, but this is not looked into.
    assertThat(own.leaves()).isEqualTo(4);
  }

  @Test
  void nodesThatAreNoTreeInOrderAreRefused() {
    for (List<TreeNode> nodes :
        Arrays.asList(
            List.of(split(0, 1, 1), leaf(0)),
            List.of(split(0, 1, 1), leaf(0), leaf(0), leaf(0), leaf(0)),
            List.of(split(0, 1, 1), split(0, 2, 1), leaf(0)),
            List.of(split(0, 1, 3), leaf(0), leaf(0), split(0, 1, 1), leaf(0)),
            List.<TreeNode>of())) {
      assertThatThrownBy(() -> new DecisionTree(nodes))
          .hasMessageStartingWith("nodes that are no tree in order of growth");
    }
  }

  private static TreeNode split(int feature, int level, int ifZero) {
    return new TreeNode.Split(feature, level, ifZero, ifZero + 1, 0, LongVector.of(1, 1, 1));
  }

  private static TreeNode leaf(int label) {
    return new TreeNode.Leaf(label, LongVector.of(1, 1, 1));
  }
}
