package io.hdlgen.hdl.pass;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** A pass that rewrites one module after the other. */
abstract class RewritePass implements Pass {
  private final String name;
  private final Function<Map<String, HdlModule>, ModuleRewriter> rewriter;

  /**
   * @param rewriter makes the rewriter of one module, given the modules already rewritten
   */
  RewritePass(String name, Function<Map<String, HdlModule>, ModuleRewriter> rewriter) {
    this.name = name;
    this.rewriter = rewriter;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Netlist run(Netlist netlist) {
    Map<String, HdlModule> rewritten = new LinkedHashMap<>();
    for (HdlModule module : netlist.modules()) {
      rewritten.put(module.name(), rewriter.apply(rewritten).rewrite(module));
    }
    return new Netlist(new ArrayList<>(rewritten.values()));
  }
}
