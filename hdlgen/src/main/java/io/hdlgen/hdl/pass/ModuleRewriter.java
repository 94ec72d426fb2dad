package io.hdlgen.hdl.pass;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Range;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rebuilds a module node by node. As it stands it gives the same module; a pass overrides the kinds
 * of nodes that it changes, and returns what stands in the node's place.
 *
 * <p>Ranges are computed anew from the operands, and never get wider than they were. Extensions are
 * dropped and put back where the operands need them. Ports, registers, memories and instances keep
 * their fields: other modules, and the signature, rely on them.
 */
class ModuleRewriter implements Node.Visitor<Integer> {
  private HdlModule module;
  private ModuleBuilder builder;
  private int[] places;
  private int index;

  /** The rebuilt module. */
  final HdlModule rewrite(HdlModule original) {
    module = original;
    builder = new ModuleBuilder(original.name());
    places = new int[original.nodes().size()];
    Map<Integer, Node.Register> open = new LinkedHashMap<>();
    for (index = 0; index < places.length; index++) {
      Node node = original.node(index);
      if (node instanceof Node.Register register && readsForward(register)) {
        places[index] = builder.append(register);
        open.put(index, register);
      } else {
        places[index] = node.accept(this);
      }
    }
    List<Node> nodes = new ArrayList<>(builder.build().nodes());
    open.forEach((at, register) -> nodes.set(places[at], register.withOperands(i -> places[i])));
    return new HdlModule(original.name(), nodes);
  }

  private boolean readsForward(Node.Register register) {
    return register.operands().stream().anyMatch(operand -> operand >= index);
  }

  /** The module under construction. */
  final ModuleBuilder builder() {
    return builder;
  }

  /** What stands for a node of the original; perhaps narrower than that was. */
  final int value(int original) {
    return places[original];
  }

  /** What stands for a node of the original, in a field as wide as that was. */
  final int field(int original) {
    return builder.extend(places[original], module.node(original).width());
  }

  /** The width that a node has in the original. */
  final int width(int original) {
    return module.node(original).width();
  }

  /** What stands for a node of the original, in the place of one that lies in {@code range}. */
  final int instead(int original, Range range) {
    return builder.known(places[original], range);
  }

  /** The range of what stands for a node of the original. */
  final Range range(int original) {
    return builder.range(places[original]);
  }

  private Range narrowed(Range known, Range computed) {
    return known.intersect(computed);
  }

  @Override
  public Integer visit(Node.Input node) {
    return builder.append(node);
  }

  @Override
  public Integer visit(Node.Constant node) {
    return builder.append(node);
  }

  @Override
  public Integer visit(Node.Add node) {
    Range range = narrowed(node.range(), range(node.left()).plus(range(node.right())));
    return builder.add(node.origin(), value(node.left()), value(node.right()), range);
  }

  @Override
  public Integer visit(Node.Subtract node) {
    Range range = narrowed(node.range(), range(node.left()).minus(range(node.right())));
    return builder.subtract(node.origin(), value(node.left()), value(node.right()), range);
  }

  @Override
  public Integer visit(Node.Multiply node) {
    Range range = narrowed(node.range(), range(node.left()).times(range(node.right())));
    return builder.multiply(node.origin(), value(node.left()), value(node.right()), range);
  }

  @Override
  public Integer visit(Node.ShiftLeft node) {
    return builder.shiftLeft(node.origin(), value(node.operand()), node.amount());
  }

  @Override
  public Integer visit(Node.Extend node) {
    return value(node.operand());
  }

  @Override
  public Integer visit(Node.Slice node) {
    Range range = node.range();
    int operand = value(node.operand());
    if (node.low() == 0 && range.contains(builder.range(operand))) {
      return operand;
    }
    boolean within = node.low() + range.width() <= builder.node(operand).width();
    return builder.slice(
        node.origin(), within ? operand : field(node.operand()), node.low(), range);
  }

  @Override
  public Integer visit(Node.Concat node) {
    return builder.concat(
        node.origin(), node.operands().stream().map(this::field).toList(), node.range());
  }

  @Override
  public Integer visit(Node.Not node) {
    return builder.append(new Node.Not(node.origin(), node.range(), field(node.operand())));
  }

  @Override
  public Integer visit(Node.And node) {
    return builder.append(
        new Node.And(node.origin(), node.range(), field(node.left()), field(node.right())));
  }

  @Override
  public Integer visit(Node.Or node) {
    return builder.append(
        new Node.Or(node.origin(), node.range(), field(node.left()), field(node.right())));
  }

  @Override
  public Integer visit(Node.Xor node) {
    return builder.append(
        new Node.Xor(node.origin(), node.range(), field(node.left()), field(node.right())));
  }

  @Override
  public Integer visit(Node.Mux node) {
    Range union = range(node.ifOne()).union(range(node.ifZero()));
    Range range = narrowed(node.range(), union);
    Range field = range.width() == union.width() ? range : union;
    int choice =
        builder.mux(
            node.origin(), value(node.select()), value(node.ifOne()), value(node.ifZero()), field);
    return builder.known(choice, range);
  }

  @Override
  public Integer visit(Node.Compare node) {
    return builder.compare(
        node.origin(), node.comparison(), value(node.left()), value(node.right()));
  }

  @Override
  public Integer visit(Node.Table node) {
    return builder.table(node.origin(), field(node.index()), node.values());
  }

  @Override
  public Integer visit(Node.Register node) {
    return builder.append(node.withOperands(this::field));
  }

  @Override
  public Integer visit(Node.Rom node) {
    return builder.append(node.withOperands(this::field));
  }

  @Override
  public Integer visit(Node.Memory node) {
    return builder.append(node.withOperands(this::field));
  }

  @Override
  public Integer visit(Node.Instance node) {
    return builder.append(node.withOperands(this::field));
  }

  @Override
  public Integer visit(Node.InstanceOutput node) {
    return builder.append(node.withOperands(this::value));
  }

  @Override
  public Integer visit(Node.Output node) {
    return builder.append(node.withOperands(this::field));
  }
}
