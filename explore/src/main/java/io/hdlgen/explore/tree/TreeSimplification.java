package io.hdlgen.explore.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Removes splits that do not change the answer. */
final class TreeSimplification {
  private static final int SEVERAL = -1;

  private final List<TreeNode> nodes;

  /** The class of all leaves below a node, or {@link #SEVERAL}. */
  private final int[] answers;

  TreeSimplification(DecisionTree tree) {
    nodes = tree.nodes();
    answers = new int[nodes.size()];
    for (int n = answers.length - 1; n >= 0; n--) {
      answers[n] =
          nodes.get(n) instanceof TreeNode.Split split
              ? common(answers[split.ifZero()], answers[split.ifOne()])
              : nodes.get(n).label();
    }
  }

  private static int common(int first, int second) {
    return first == second ? first : SEVERAL;
  }

  DecisionTree result() {
    // The splits that stay, in the order of growth, by the node that they are.
    Map<Integer, Integer> stay = new TreeMap<>();
    for (int n = 0; n < answers.length; n++) {
      if (answers[n] == SEVERAL) {
        stay.put(((TreeNode.Split) nodes.get(n)).rank(), n);
      }
    }
    List<Integer> origins = new ArrayList<>(List.of(0));
    int[] newPlace = new int[answers.length];
    for (int node : stay.values()) {
      TreeNode.Split split = (TreeNode.Split) nodes.get(node);
      for (int child : new int[] {split.ifZero(), split.ifOne()}) {
        newPlace[child] = origins.size();
        origins.add(child);
      }
    }
    return new DecisionTree(
        origins.stream()
            .map(origin -> copy(nodes.get(origin), answers[origin], newPlace))
            .toList());
  }

  private static TreeNode copy(TreeNode node, int answer, int[] newPlace) {
    return node instanceof TreeNode.Split split && answer == SEVERAL
        ? new TreeNode.Split(
            split.feature(),
            split.level(),
            newPlace[split.ifZero()],
            newPlace[split.ifOne()],
            split.label(),
            split.counts())
        : new TreeNode.Leaf(answer, node.counts());
  }
}
