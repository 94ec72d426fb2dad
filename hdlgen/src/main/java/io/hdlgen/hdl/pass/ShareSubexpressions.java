package io.hdlgen.hdl.pass;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps one of several nodes that compute the same from the same operands. The first keeps its
 * place and its origin. Ports, registers, memories and instances stay as they are.
 */
public final class ShareSubexpressions implements Pass {
  private static final Origin NOWHERE = Origin.of("any");

  @Override
  public String name() {
    return "share-subexpressions";
  }

  @Override
  public Netlist run(Netlist netlist) {
    return new Netlist(netlist.modules().stream().map(ShareSubexpressions::share).toList());
  }

  private static HdlModule share(HdlModule module) {
    int[] places = new int[module.nodes().size()];
    List<Node> nodes = new ArrayList<>();
    Map<Node, Integer> known = new HashMap<>();
    for (int index = 0; index < places.length; index++) {
      Node node = module.node(index);
      Node key = node.withOperands(operand -> places[operand]).accept(new Key());
      Integer first = key == null ? null : known.putIfAbsent(key, nodes.size());
      if (first == null) {
        places[index] = nodes.size();
        nodes.add(node);
      } else {
        places[index] = first;
      }
    }
    return new HdlModule(
        module.name(), nodes.stream().map(node -> node.withOperands(i -> places[i])).toList());
  }

  /** The node without its origin, operands of commutative operations in order; or null. */
  private static final class Key implements Node.Visitor<Node> {
    @Override
    public Node visit(Node.Input node) {
      return null;
    }

    @Override
    public Node visit(Node.Constant node) {
      return new Node.Constant(NOWHERE, node.value());
    }

    @Override
    public Node visit(Node.Add node) {
      int low = Math.min(node.left(), node.right());
      return new Node.Add(NOWHERE, node.range(), low, Math.max(node.left(), node.right()));
    }

    @Override
    public Node visit(Node.Subtract node) {
      return new Node.Subtract(NOWHERE, node.range(), node.left(), node.right());
    }

    @Override
    public Node visit(Node.Multiply node) {
      int low = Math.min(node.left(), node.right());
      return new Node.Multiply(NOWHERE, node.range(), low, Math.max(node.left(), node.right()));
    }

    @Override
    public Node visit(Node.ShiftLeft node) {
      return new Node.ShiftLeft(NOWHERE, node.range(), node.operand(), node.amount());
    }

    @Override
    public Node visit(Node.Extend node) {
      return new Node.Extend(NOWHERE, node.range(), node.operand(), node.width());
    }

    @Override
    public Node visit(Node.Slice node) {
      return new Node.Slice(NOWHERE, node.range(), node.operand(), node.low());
    }

    @Override
    public Node visit(Node.Concat node) {
      return new Node.Concat(NOWHERE, node.range(), node.operands());
    }

    @Override
    public Node visit(Node.Not node) {
      return new Node.Not(NOWHERE, node.range(), node.operand());
    }

    @Override
    public Node visit(Node.And node) {
      int low = Math.min(node.left(), node.right());
      return new Node.And(NOWHERE, node.range(), low, Math.max(node.left(), node.right()));
    }

    @Override
    public Node visit(Node.Or node) {
      int low = Math.min(node.left(), node.right());
      return new Node.Or(NOWHERE, node.range(), low, Math.max(node.left(), node.right()));
    }

    @Override
    public Node visit(Node.Xor node) {
      int low = Math.min(node.left(), node.right());
      return new Node.Xor(NOWHERE, node.range(), low, Math.max(node.left(), node.right()));
    }

    @Override
    public Node visit(Node.Mux node) {
      return new Node.Mux(NOWHERE, node.range(), node.select(), node.ifOne(), node.ifZero());
    }

    @Override
    public Node visit(Node.Compare node) {
      return new Node.Compare(NOWHERE, node.comparison(), node.left(), node.right());
    }

    @Override
    public Node visit(Node.Table node) {
      return new Node.Table(NOWHERE, node.range(), node.index(), node.values());
    }

    @Override
    public Node visit(Node.Register node) {
      return null;
    }

    @Override
    public Node visit(Node.Rom node) {
      return null;
    }

    @Override
    public Node visit(Node.Memory node) {
      return null;
    }

    @Override
    public Node visit(Node.Instance node) {
      return null;
    }

    @Override
    public Node visit(Node.InstanceOutput node) {
      return null;
    }

    @Override
    public Node visit(Node.Output node) {
      return null;
    }
  }
}
