package io.hdlgen.explore.search;

import io.hdlgen.explore.logic.CircuitBuilder;
import io.hdlgen.explore.logic.GateKind;
import io.hdlgen.explore.logic.InputLevels;
import io.hdlgen.explore.logic.LabelledBits;
import io.hdlgen.explore.logic.LogicCircuit;
import io.hdlgen.explore.tree.DecisionTree;
import io.hdlgen.explore.tree.TreeNode;
import java.util.ArrayList;
import java.util.List;

/** A decision tree as a circuit: for each bit of the class code a multiplexer a split. */
public final class TreeCircuit {
  private final DecisionTree tree;
  private final InputLevels levels;
  private final CircuitBuilder builder;

  private TreeCircuit(DecisionTree tree, InputLevels levels, CircuitBuilder builder) {
    this.tree = tree;
    this.levels = levels;
    this.builder = builder;
  }

  /**
   * The circuit.
   *
   * @param levels of the tree's codes
   * @param kinds gates that there are cells for
   */
  public static LogicCircuit of(
      DecisionTree tree, InputLevels levels, int classes, List<GateKind> kinds) {
    CircuitBuilder builder = new CircuitBuilder(levels.inputs(), kinds);
    TreeCircuit circuit = new TreeCircuit(tree, levels, builder);
    List<Integer> outputs = new ArrayList<>();
    for (int bit = 0; bit < LabelledBits.codeBits(classes); bit++) {
      outputs.add(circuit.signal(0, bit));
    }
    return builder.build(outputs);
  }

  private int signal(int node, int bit) {
    TreeNode at = tree.nodes().get(node);
    if (at instanceof TreeNode.Split split) {
      int condition = levels.input(split.feature(), split.level());
      return builder.mux(condition, signal(split.ifZero(), bit), signal(split.ifOne(), bit));
    }
    return builder.constant((at.label() >> bit & 1) != 0);
  }
}
