package io.hdlgen.explore.tree;

import io.hdlgen.explore.protocol.InputCoding;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.Decision.Diagram.Node;
import io.hdlgen.quantizer.network.Decision.Diagram.Successor;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes a network of a decision tree: of each feature the comparators of the levels that the tree
 * asks for, a layer that passes them on, and a decision diagram over them in which equal subtrees
 * are one.
 */
public final class TreeNetwork {
  private static final int FIRST_LEVEL = 1;

  private final DecisionTree tree;
  private final Map<ComparatorLevel, Integer> values = new LinkedHashMap<>();

  /** Nodes from the leaves up, each once. */
  private final Map<Node, Integer> nodes = new LinkedHashMap<>();

  private TreeNetwork(DecisionTree tree) {
    this.tree = tree;
    for (ComparatorLevel level : tree.usedLevels()) {
      values.put(level, values.size());
    }
  }

  /**
   * The network that answers as the tree does.
   *
   * @param coding of the features that the tree was grown on; those that it does not ask for are
   *     left out, but one is kept where it asks for none
   * @param classNames one a class
   */
  public static IntegerNetwork of(
      String name, DecisionTree tree, InputCoding coding, List<String> classNames) {
    return new TreeNetwork(tree.simplify()).network(name, coding, classNames);
  }

  private IntegerNetwork network(String name, InputCoding coding, List<String> classNames) {
    if (values.isEmpty()) {
      values.put(new ComparatorLevel(0, FIRST_LEVEL), 0);
    }
    SortedMap<Integer, List<Long>> levels = new TreeMap<>();
    for (ComparatorLevel level : values.keySet()) {
      levels.computeIfAbsent(level.feature(), f -> new ArrayList<>()).add((long) level.level());
    }
    List<InputFeature> inputs = new ArrayList<>();
    levels.forEach(
        (feature, of) ->
            inputs.add(
                InputFeature.thermometer(
                    coding.features().get(feature),
                    LongVector.of(of.stream().mapToLong(Long::longValue).toArray()))));
    return new IntegerNetwork(name, inputs, List.of(passOn()), diagram(), classNames);
  }

  private DenseLayer passOn() {
    long[][] weights = new long[values.size()][values.size()];
    for (int v = 0; v < weights.length; v++) {
      weights[v][v] = 1;
    }
    return new DenseLayer(
        "levels",
        LongMatrix.of(weights),
        LongVector.filled(weights.length, 0),
        new Activation.Identity());
  }

  private Decision.Diagram diagram() {
    Successor[] below = new Successor[tree.nodes().size()];
    for (int n = below.length - 1; n >= 0; n--) {
      below[n] =
          tree.nodes().get(n) instanceof TreeNode.Split split
              ? successor(split, below[split.ifZero()], below[split.ifOne()])
              : Successor.ofClass(tree.nodes().get(n).label());
    }
    List<Node> reversed = new ArrayList<>();
    nodes.keySet().forEach(node -> reversed.add(turned(node)));
    Collections.reverse(reversed);
    return new Decision.Diagram(turned(below[0]), reversed);
  }

  private Successor successor(TreeNode.Split split, Successor zero, Successor one) {
    if (zero.equals(one)) {
      return zero;
    }
    int value = values.get(new ComparatorLevel(split.feature(), split.level()));
    Node node = new Node(value, zero, one);
    Integer known = nodes.putIfAbsent(node, nodes.size());
    return Successor.node(known == null ? nodes.size() - 1 : known);
  }

  private Node turned(Node node) {
    return new Node(node.value(), turned(node.ifZero()), turned(node.ifOne()));
  }

  /** The same successor where nodes are counted from the root on: they go on at those behind. */
  private Successor turned(Successor successor) {
    return successor.isClass() ? successor : Successor.node(nodes.size() - 1 - successor.index());
  }
}
