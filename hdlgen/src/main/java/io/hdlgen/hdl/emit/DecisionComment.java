package io.hdlgen.hdl.emit;

import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.Decision.Diagram;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** Reads a decision on bits aloud, so that a person can follow it by hand. */
final class DecisionComment {
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

  List<String> of(Decision.OnBits decision) {
    return decision instanceof Diagram diagram
        ? diagram(diagram)
        : table((Decision.Table) decision);
  }

  private List<String> diagram(Diagram diagram) {
    List<String> lines = new ArrayList<>();
    lines.add("The class by a decision diagram: it begins at " + successor(diagram.root()) + ".");
    int shown = Math.min(diagram.nodes().size(), MAX_NODES);
    for (int i = 0; i < shown; i++) {
      Diagram.Node node = diagram.nodes().get(i);
      lines.add(
          String.format(
              Locale.ROOT,
              "node_%d: if %s then %s else %s",
              i,
              value.apply(node.value()),
              successor(node.ifOne()),
              successor(node.ifZero())));
    }
    if (shown < diagram.nodes().size()) {
      lines.add("... (" + (diagram.nodes().size() - shown) + " more nodes)");
    }
    return lines;
  }

  private List<String> table(Decision.Table table) {
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

  private String successor(Diagram.Successor successor) {
    return successor.isClass() ? className(successor.index()) : "node_" + successor.index();
  }

  private String className(int index) {
    String name = NetworkComments.printable(network.classNames().get(index));
    return "class " + index + " \"" + name + "\"";
  }
}
