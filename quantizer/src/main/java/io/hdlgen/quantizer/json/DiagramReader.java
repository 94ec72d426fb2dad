package io.hdlgen.quantizer.json;

import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DecisionDiagram;
import io.hdlgen.quantizer.network.DecisionDiagram.Node;
import io.hdlgen.quantizer.network.DecisionDiagram.Successor;
import java.util.List;
import java.util.Set;

/** Reads the root and the nodes of a decision diagram, which may come in either order. */
final class DiagramReader {
  static final long MAX_CLASS = Short.MAX_VALUE;

  private static final List<String> NODE_KEYS = List.of("value", "ifZero", "ifOne");
  private static final List<String> SUCCESSOR_KEYS = List.of("node", "class");

  private final JsonCursor json;
  private Successor root;
  private List<Node> nodes;

  DiagramReader(JsonCursor json) {
    this.json = json;
  }

  /** Reads the value of {@code root}. */
  void root() {
    root = successor();
  }

  /** Reads the value of {@code nodes}. */
  void nodes() {
    nodes = json.array("nodes", DecisionDiagram.MAX_NODES, this::node);
  }

  /** What was read. */
  Decision diagram() {
    check("root", root, -1);
    for (int i = 0; i < nodes.size(); i++) {
      check("nodes[" + i + "].ifZero", nodes.get(i).ifZero(), i);
      check("nodes[" + i + "].ifOne", nodes.get(i).ifOne(), i);
    }
    return new DecisionDiagram(root, nodes);
  }

  private void check(String place, Successor successor, int at) {
    boolean behind = at < successor.index() && successor.index() < nodes.size();
    if (!successor.isClass() && !behind) {
      throw json.failureAt(
          place,
          "node " + successor.index(),
          at < 0 ? "one of " + nodes.size() + " nodes" : "a node behind this one, or a class");
    }
  }

  private Node node() {
    var read =
        new Object() {
          int value;
          Successor ifZero;
          Successor ifOne;
        };
    Set<String> seen =
        json.object(
            NODE_KEYS,
            key -> {
              switch (key) {
                case "value" -> read.value = (int) json.integer(0, NetworkReader.MAX_FEATURES - 1L);
                case "ifZero" -> read.ifZero = successor();
                default -> read.ifOne = successor();
              }
            });
    json.require(seen, NODE_KEYS);
    return new Node(read.value, read.ifZero, read.ifOne);
  }

  private Successor successor() {
    Successor[] read = new Successor[1];
    Set<String> seen =
        json.object(
            SUCCESSOR_KEYS,
            key ->
                read[0] =
                    key.equals("class")
                        ? Successor.ofClass((int) json.integer(0, MAX_CLASS))
                        : Successor.node((int) json.integer(0, DecisionDiagram.MAX_NODES - 1L)));
    if (seen.size() != 1) {
      throw json.failure(seen.size() + " keys", "either node or class");
    }
    return read[0];
  }
}
