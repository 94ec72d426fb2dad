package io.hdlgen.hdl.emit;

import io.hdlgen.quantizer.network.AndInverterGraph;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DecisionDiagram;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Reads a decision on bits aloud, so that a person can follow it by hand. */
final class DecisionComment implements Decision.Visitor<List<String>> {
  private static final int MAX_NODES = 256;
  private static final int MAX_ENTRIES = 64;

  private final IntegerNetwork network;
  private final IntFunction<String> value;

  /**
   * @param value a value of the last layer in words
   */
  DecisionComment(IntegerNetwork network, IntFunction<String> value) {
    this.network = network;
    this.value = value;
  }

  @Override
  public List<String> visit(Decision.ArgMax scores) {
    return List.of();
  }

  @Override
  public List<String> visit(Decision.Threshold scores) {
    return List.of();
  }

  @Override
  public List<String> visit(Decision.Scores scores) {
    return List.of();
  }

  @Override
  public List<String> visit(Decision.Table table) {
    List<String> names = new ArrayList<>();
    for (int k = table.values() - 1; k >= 0; k--) {
      names.add(value.apply(k));
    }
    List<String> lines = new ArrayList<>();
    lines.add("The class by a table, for these bits, the first one highest:");
    lines.addAll(List.of(Lines.wrap(names, " ").split("\\s*\\n\\s*")));
    int shown = Math.min(table.classes().size(), MAX_ENTRIES);
    for (int i = 0; i < shown; i++) {
      String bits = Integer.toBinaryString(i | 1 << table.values()).substring(1);
      lines.add(bits + ": " + className((int) table.classes().get(i)));
    }
    if (shown < table.classes().size()) {
      lines.add("... (" + (table.classes().size() - shown) + " more)");
    }
    return lines;
  }

  @Override
  public List<String> visit(DecisionDiagram diagram) {
    List<String> lines = new ArrayList<>();
    lines.add("The class by a decision diagram: it begins at " + successor(diagram.root()) + ".");
    int shown = Math.min(diagram.nodes().size(), MAX_NODES);
    for (int i = 0; i < shown; i++) {
      DecisionDiagram.Node node = diagram.nodes().get(i);
      lines.add(
          "node_"
              + i
              + ": if "
              + value.apply(node.value())
              + " then "
              + successor(node.ifOne())
              + " else "
              + successor(node.ifZero()));
    }
    if (shown < diagram.nodes().size()) {
      lines.add("... (" + (diagram.nodes().size() - shown) + " more nodes)");
    }
    return lines;
  }

  @Override
  public List<String> visit(AndInverterGraph logic) {
    List<String> lines = new ArrayList<>();
    lines.add("The class by gates, the lowest bit first:");
    for (int o = 0; o < logic.outputs().size(); o++) {
      lines.add("bit " + o + ": " + literal(logic, logic.outputs().get(o)));
    }
    int shown = Math.min(logic.gates().size(), MAX_NODES);
    for (int g = 0; g < shown; g++) {
      AndInverterGraph.And gate = logic.gates().get(g);
      lines.add("gate_" + g + ": " + literal(logic, gate.a()) + " and " + literal(logic, gate.b()));
    }
    if (shown < logic.gates().size()) {
      lines.add("... (" + (logic.gates().size() - shown) + " more gates)");
    }
    if (logic.lastClass() + 1 < 1 << logic.outputs().size()) {
      lines.add("A greater code means " + className(logic.lastClass()) + ".");
    }
    return lines;
  }

  private String literal(AndInverterGraph logic, long literal) {
    int variable = (int) (literal >> 1);
    boolean not = (literal & 1) != 0;
    if (variable == 0) {
      return not ? "1" : "0";
    }
    String text =
        variable <= logic.values()
            ? value.apply(variable - 1)
            : "gate_" + (variable - logic.values() - 1);
    return not ? "not " + text : text;
  }

  private String successor(DecisionDiagram.Successor successor) {
    return successor.isClass() ? className(successor.index()) : "node_" + successor.index();
  }

  private String className(int index) {
    String name = NetworkComments.printable(network.classNames().get(index));
    return "class " + index + " \"" + name + "\"";
  }
}
