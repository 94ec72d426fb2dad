package io.hdlgen.quantizer.network;

import java.util.List;
import java.util.stream.Stream;

/**
 * The class by a decision diagram: from the root on, each node looks at one value and says where to
 * go on, until that is a class. A decision tree is one; equal subtrees may be the same nodes.
 *
 * @param root where to begin
 * @param nodes each successor that is a node lies behind it, so that every path ends
 */
public record DecisionDiagram(Successor root, List<Node> nodes) implements Decision.OnBits {
  /** The most nodes of a diagram. */
  public static final int MAX_NODES = 65_536;

  public DecisionDiagram {
    nodes = List.copyOf(nodes);
    if (nodes.size() > MAX_NODES) {
      throw new IllegalArgumentException(
          "a diagram of " + nodes.size() + " nodes, not at most " + MAX_NODES);
    }
    checkSuccessor("the root", root, -1, nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      if (node.value() < 0) {
        throw new IllegalArgumentException("node " + i + " looks at value " + node.value());
      }
      checkSuccessor("node " + i, node.ifZero(), i, nodes.size());
      checkSuccessor("node " + i, node.ifOne(), i, nodes.size());
    }
  }

  /** A diagram that begins at node 0. */
  public static DecisionDiagram of(List<Node> nodes) {
    return new DecisionDiagram(Successor.node(0), nodes);
  }

  /** A diagram that gives one class always. */
  public static DecisionDiagram constant(int classIndex) {
    return new DecisionDiagram(Successor.ofClass(classIndex), List.of());
  }

  /**
   * Looks at a value of the last layer.
   *
   * @param value its index
   */
  public record Node(int value, Successor ifZero, Successor ifOne) {}

  /**
   * Where a path goes on.
   *
   * @param isClass whether it ends here
   * @param index of the class, else of the node
   */
  public record Successor(boolean isClass, int index) {
    /** The path goes on at a node. */
    public static Successor node(int index) {
      return new Successor(false, index);
    }

    /** The path ends with a class. */
    public static Successor ofClass(int index) {
      return new Successor(true, index);
    }
  }

  @Override
  public int classOf(long[] values) {
    Successor at = root;
    while (!at.isClass()) {
      Node node = nodes.get(at.index());
      at = values[node.value()] == 0 ? node.ifZero() : node.ifOne();
    }
    return at.index();
  }

  @Override
  public int greatestClass() {
    return Stream.concat(
            Stream.of(root), nodes.stream().flatMap(node -> Stream.of(node.ifZero(), node.ifOne())))
        .filter(Successor::isClass)
        .mapToInt(Successor::index)
        .max()
        .orElseThrow();
  }

  @Override
  public <R> R accept(Decision.Visitor<R> visitor) {
    return visitor.visit(this);
  }

  private static void checkSuccessor(String of, Successor successor, int at, int nodes) {
    if (successor.isClass()) {
      ClassIndex.check(successor.index());
    } else if (successor.index() <= at || successor.index() >= nodes) {
      throw new IllegalArgumentException(
          "%s goes on at node %d, which is not one behind it".formatted(of, successor.index()));
    }
  }
}
