package io.hdlgen.explore.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.explore.protocol.InputCoding;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeNetworkTest {
  private static final List<String> CLASSES = List.of("a", "b", "c", "d");

  private final CodeTable table = Codes.table();
  private final InputCoding coding =
      new InputCoding(
          IntStream.range(0, Codes.FEATURES)
              .mapToObj(
                  i -> InputFeature.filling("x" + i, 3, Encoding.UNSIGNED, 1, 0, Rounding.FLOOR))
              .toList());

  @Test
  void theNetworkAnswersAsTheTreeOnAllCodes() {
    long[][] all = allCodes();
    DecisionTree grown = TreeGrowth.grow(table, table.allRows(), GrowthOptions.leaves(60));
    for (int leaves : new int[] {2, 3, 9, 25, 60}) {
      DecisionTree tree = grown.prune(leaves);
      IntegerNetwork network = TreeNetwork.of("tree", tree, coding, CLASSES);
      assertThat(classify(network, all)).isEqualTo(tree.classify(all));
      assertThat(network.inputValues()).isEqualTo(tree.usedLevels().size());
      assertThat(NetworkJson.parse(NetworkJson.write(network), "text")).isEqualTo(network);
    }
  }

  @Test
  void treesOfNoiseAnswerTheSameWithFewerLevels() {
    int[] noise = new Random(4).ints(Codes.ROWS, 0, 4).map(value -> value / 3).toArray();
    CodeTable noisy = CodeTable.of(Codes.rows(), Collections.nCopies(Codes.FEATURES, 3), noise, 2);
    DecisionTree tree = TreeGrowth.grow(noisy, noisy.allRows(), GrowthOptions.leaves(12));
    IntegerNetwork network = TreeNetwork.of("noise", tree, coding, List.of("no", "yes"));
    assertThat(classify(network, allCodes())).isEqualTo(tree.classify(allCodes()));
    assertThat(network.inputValues()).isLessThan(tree.usedLevels().size());
  }

  @Test
  void equalSubtreesAreOne() {
    LongVector counts = LongVector.of(1, 1, 1, 1);
    TreeNode.Leaf a = new TreeNode.Leaf(0, counts);
    TreeNode.Leaf b = new TreeNode.Leaf(1, counts);
    DecisionTree tree =
        new DecisionTree(
            List.of(
                new TreeNode.Split(3, 4, 1, 2, 0, counts),
                new TreeNode.Split(2, 6, 3, 4, 0, counts),
                new TreeNode.Split(0, 5, 5, 6, 0, counts),
                new TreeNode.Split(0, 1, 7, 8, 0, counts),
                b,
                new TreeNode.Split(0, 1, 9, 10, 0, counts),
                a,
                a,
                b,
                a,
                b));
    IntegerNetwork network = TreeNetwork.of("shared", tree, coding, CLASSES);
    assertThat(((Decision.Diagram) network.decision()).nodes()).hasSize(4);
    assertThat(network.inputs()).extracting(InputFeature::name).containsExactly("x0", "x2", "x3");
    assertThat(network.inputs().get(0).levels()).isEqualTo(LongVector.of(1, 5));
    assertThat(classify(network, allCodes())).isEqualTo(tree.classify(allCodes()));
  }

  @Test
  void aTreeThatAsksNothingKeepsOneFeature() {
    DecisionTree leaf = new DecisionTree(List.of(new TreeNode.Leaf(2, LongVector.of(0, 0, 5, 0))));
    IntegerNetwork network = TreeNetwork.of("leaf", leaf, coding, CLASSES);
    assertThat(network.inputs()).hasSize(1);
    assertThat(classify(network, allCodes())).containsOnly(2);
  }

  /** The classes at codes of all features of the coding. */
  private int[] classify(IntegerNetwork network, long[][] codes) {
    long[][] own = new long[codes.length][network.inputs().size()];
    for (int i = 0; i < network.inputs().size(); i++) {
      InputFeature input = network.inputs().get(i);
      int feature = Integer.parseInt(input.name().substring(1));
      for (int r = 0; r < codes.length; r++) {
        own[r][i] = input.encode(codes[r][feature]);
      }
    }
    return new ReferenceModel(network).classify(own, 1);
  }

  private static long[][] allCodes() {
    int count = 1 << 3 * Codes.FEATURES;
    long[][] all = new long[count][Codes.FEATURES];
    for (int r = 0; r < count; r++) {
      for (int i = 0; i < Codes.FEATURES; i++) {
        all[r][i] = r >> 3 * i & 7;
      }
    }
    return all;
  }
}
