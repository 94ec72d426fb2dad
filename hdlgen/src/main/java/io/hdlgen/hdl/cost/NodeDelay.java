package io.hdlgen.hdl.cost;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Node;

/** The delay of a node from its operands, in ns; 0 for nodes that are only wires. */
public final class NodeDelay implements Node.Visitor<Double> {
  private static final int LOOKUP_BITS = 6;

  private final CostModel model;
  private final HdlModule module;

  public NodeDelay(CostModel model, HdlModule module) {
    this.model = model;
    this.module = module;
  }

  @Override
  public Double visit(Node.Input node) {
    return 0.0;
  }

  @Override
  public Double visit(Node.Constant node) {
    return 0.0;
  }

  @Override
  public Double visit(Node.Add node) {
    return model.carryNs(node.width());
  }

  @Override
  public Double visit(Node.Subtract node) {
    return model.carryNs(node.width());
  }

  /** A tree of adders over the rows of the narrower factor. */
  @Override
  public Double visit(Node.Multiply node) {
    int rows =
        Math.min(
            module.node(node.left()).range().width(), module.node(node.right()).range().width());
    int levels = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(rows - 1));
    return model.carryNs(node.width()) * levels;
  }

  @Override
  public Double visit(Node.ShiftLeft node) {
    return 0.0;
  }

  @Override
  public Double visit(Node.Extend node) {
    return 0.0;
  }

  @Override
  public Double visit(Node.Slice node) {
    return 0.0;
  }

  @Override
  public Double visit(Node.Concat node) {
    return 0.0;
  }

  @Override
  public Double visit(Node.Not node) {
    return 0.0;
  }

  @Override
  public Double visit(Node.And node) {
    return model.logicNs();
  }

  @Override
  public Double visit(Node.Or node) {
    return model.logicNs();
  }

  @Override
  public Double visit(Node.Xor node) {
    return model.logicNs();
  }

  @Override
  public Double visit(Node.Mux node) {
    return model.logicNs();
  }

  @Override
  public Double visit(Node.Compare node) {
    return model.carryNs(module.node(node.left()).width());
  }

  @Override
  public Double visit(Node.Table node) {
    int levels = Math.max(1, module.node(node.index()).width() - LOOKUP_BITS + 1);
    return model.logicNs() * levels;
  }

  @Override
  public Double visit(Node.Register node) {
    return 0.0;
  }

  @Override
  public Double visit(Node.Rom node) {
    return 0.0;
  }

  @Override
  public Double visit(Node.Memory node) {
    return 0.0;
  }

  @Override
  public Double visit(Node.Instance node) {
    return 0.0;
  }

  @Override
  public Double visit(Node.InstanceOutput node) {
    return 0.0;
  }

  @Override
  public Double visit(Node.Output node) {
    return 0.0;
  }
}
