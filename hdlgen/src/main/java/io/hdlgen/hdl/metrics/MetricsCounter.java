package io.hdlgen.hdl.metrics;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Node;

/**
 * Counts the nodes of a module. The estimate of look-up tables takes one a bit for adders and
 * choices, one for two bits of a comparison or of bitwise logic, and one for 64 bits of table.
 * Products and memories take none: they go into multipliers and block RAM.
 */
final class MetricsCounter implements Node.Visitor<ModuleMetrics> {
  private final HdlModule module;

  private MetricsCounter(HdlModule module) {
    this.module = module;
  }

  static ModuleMetrics count(HdlModule module) {
    MetricsCounter counter = new MetricsCounter(module);
    return module.nodes().stream()
        .map(node -> node.accept(counter))
        .reduce(ModuleMetrics.none(module.name()), ModuleMetrics::plus);
  }

  private ModuleMetrics nothing() {
    return ModuleMetrics.none(module.name());
  }

  private ModuleMetrics adder(int width) {
    return new ModuleMetrics(module.name(), 1, width, 0, 0, 0, 0, 0, width, 0, 0);
  }

  private ModuleMetrics luts(int luts) {
    return new ModuleMetrics(module.name(), 0, 0, 0, 0, 0, 0, 0, luts, 0, 0);
  }

  private ModuleMetrics memory(long width, int depth) {
    return new ModuleMetrics(module.name(), 0, 0, 0, 0, 0, 0, 0, 0, 0, width * depth);
  }

  @Override
  public ModuleMetrics visit(Node.Input node) {
    return nothing();
  }

  @Override
  public ModuleMetrics visit(Node.Constant node) {
    return nothing();
  }

  @Override
  public ModuleMetrics visit(Node.Add node) {
    return adder(node.width());
  }

  @Override
  public ModuleMetrics visit(Node.Subtract node) {
    return adder(node.width());
  }

  @Override
  public ModuleMetrics visit(Node.Multiply node) {
    return new ModuleMetrics(module.name(), 0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
  }

  @Override
  public ModuleMetrics visit(Node.ShiftLeft node) {
    return nothing();
  }

  @Override
  public ModuleMetrics visit(Node.Extend node) {
    return nothing();
  }

  @Override
  public ModuleMetrics visit(Node.Slice node) {
    return nothing();
  }

  @Override
  public ModuleMetrics visit(Node.Concat node) {
    return nothing();
  }

  @Override
  public ModuleMetrics visit(Node.Not node) {
    return nothing();
  }

  @Override
  public ModuleMetrics visit(Node.And node) {
    return luts((node.width() + 1) / 2);
  }

  @Override
  public ModuleMetrics visit(Node.Or node) {
    return luts((node.width() + 1) / 2);
  }

  @Override
  public ModuleMetrics visit(Node.Xor node) {
    return luts((node.width() + 1) / 2);
  }

  @Override
  public ModuleMetrics visit(Node.Mux node) {
    int width = node.width();
    return new ModuleMetrics(module.name(), 0, 0, 0, 0, width, 0, 0, width, 0, 0);
  }

  @Override
  public ModuleMetrics visit(Node.Compare node) {
    int width = module.node(node.left()).width();
    return new ModuleMetrics(module.name(), 0, 0, 1, width, 0, 0, 0, (width + 1) / 2, 0, 0);
  }

  @Override
  public ModuleMetrics visit(Node.Table node) {
    long bits = (long) node.width() * node.values().size();
    long luts = (long) node.width() * ((node.values().size() + 63) / 64);
    return new ModuleMetrics(module.name(), 0, 0, 0, 0, 0, 0, bits, luts, 0, 0);
  }

  @Override
  public ModuleMetrics visit(Node.Register node) {
    return new ModuleMetrics(module.name(), 0, 0, 0, 0, 0, node.width(), 0, 0, 0, 0);
  }

  @Override
  public ModuleMetrics visit(Node.Rom node) {
    return memory(node.width(), node.words().size());
  }

  @Override
  public ModuleMetrics visit(Node.Memory node) {
    return memory(node.width(), node.depth());
  }

  @Override
  public ModuleMetrics visit(Node.Instance node) {
    return nothing();
  }

  @Override
  public ModuleMetrics visit(Node.InstanceOutput node) {
    return nothing();
  }

  @Override
  public ModuleMetrics visit(Node.Output node) {
    return nothing();
  }
}
