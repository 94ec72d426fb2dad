package io.hdlgen.hdl.pass;

import io.hdlgen.hdl.netlist.Netlist;
import java.util.function.Supplier;

/** A pass that rewrites one module after the other. */
abstract class RewritePass implements Pass {
  private final String name;
  private final Supplier<ModuleRewriter> rewriter;

  /**
   * @param rewriter makes the rewriter of one module
   */
  RewritePass(String name, Supplier<ModuleRewriter> rewriter) {
    this.name = name;
    this.rewriter = rewriter;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Netlist run(Netlist netlist) {
    return new Netlist(
        netlist.modules().stream().map(module -> rewriter.get().rewrite(module)).toList());
  }
}
