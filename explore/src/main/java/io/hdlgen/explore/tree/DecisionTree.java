package io.hdlgen.explore.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A binary decision tree on integer codes, together with all smaller ones that it grew out of.
 *
 * <p>Node 0 is the root. The nodes stand in the order in which they were made: split number n,
 * counted from 0 in the order of growth, has the nodes {@code 2n + 1} and {@code 2n + 2} below it.
 * So the tree as it was with n leaves is the first {@code 2n - 1} nodes ({@link #prune}).
 */
public final class DecisionTree {
  private final List<TreeNode> nodes;

  /**
   * A tree of these nodes.
   *
   * @throws IllegalArgumentException if they are not in the order described
   */
  public DecisionTree(List<TreeNode> nodes) {
    this.nodes = List.copyOf(nodes);
    boolean[] below = new boolean[nodes.size()];
    int splits = 0;
    for (int n = 0; n < nodes.size(); n++) {
      Optional<TreeNode.Split> split = split(n);
      if (split.isPresent()) {
        int first = split.get().ifZero();
        check(first > n && first % 2 == 1 && first + 1 < nodes.size() && !below[first], n);
        check(split.get().ifOne() == first + 1, n);
        below[first] = true;
        splits++;
      }
    }
    check(nodes.size() == 2 * splits + 1, nodes.size());
  }

  private static void check(boolean condition, int node) {
    if (!condition) {
      throw new IllegalArgumentException("nodes that are no tree in order of growth, at " + node);
    }
  }

  /** The nodes, the root first, in the order of growth. */
  public List<TreeNode> nodes() {
    return nodes;
  }

  /** Number of leaves, at least 1. */
  public int leaves() {
    return (nodes.size() + 1) / 2;
  }

  /** The node's split; empty if it is a leaf. */
  Optional<TreeNode.Split> split(int node) {
    return nodes.get(node) instanceof TreeNode.Split split ? Optional.of(split) : Optional.empty();
  }

  /** The class of one row of codes. */
  public int classify(long[] codes) {
    TreeNode node = nodes.get(0);
    while (node instanceof TreeNode.Split split) {
      node = nodes.get(split.next(codes[split.feature()]));
    }
    return node.label();
  }

  /** The classes of rows of codes, {@code [rows][features]}. */
  public int[] classify(long[][] codes) {
    int[] classes = new int[codes.length];
    for (int r = 0; r < classes.length; r++) {
      classes[r] = classify(codes[r]);
    }
    return classes;
  }

  /**
   * The tree as it was with this many leaves; this one where it never had as many.
   *
   * @param leaves at least 1
   */
  public DecisionTree prune(int leaves) {
    if (leaves < 1) {
      throw new IllegalArgumentException(leaves + " leaves");
    }
    if (leaves >= leaves()) {
      return this;
    }
    List<TreeNode> kept = new ArrayList<>();
    for (TreeNode node : nodes.subList(0, 2 * leaves - 1)) {
      boolean cut = node instanceof TreeNode.Split split && split.rank() >= leaves - 1;
      kept.add(cut ? new TreeNode.Leaf(node.label(), node.counts()) : node);
    }
    return new DecisionTree(kept);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DecisionTree that && nodes.equals(that.nodes);
  }

  @Override
  public int hashCode() {
    return nodes.hashCode();
  }

  @Override
  public String toString() {
    return nodes.toString();
  }
}
