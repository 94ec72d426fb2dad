package io.hdlgen.sim.cycle;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the modules of a netlist, instance by instance, into words of one program. */
final class Flattening {
  private final Netlist netlist;
  private final ProgramBuilder builder = new ProgramBuilder();
  private final List<Scope> scopes = new ArrayList<>();

  /**
   * One instance of a module, once it is flattened.
   *
   * @param path indices of the instance nodes from the top down; empty for the top
   * @param words the words of each node; null for an instance node
   */
  record Scope(List<Integer> path, HdlModule module, Words[] words) {}

  Flattening(Netlist netlist) {
    this.netlist = netlist;
    flatten(netlist.top(), List.of(), null);
  }

  ProgramBuilder builder() {
    return builder;
  }

  /** Each instance after the ones inside it; the top last. */
  List<Scope> scopes() {
    return scopes;
  }

  private Scope flatten(HdlModule module, List<Integer> path, Map<String, Words> connected) {
    Words[] words = new Words[module.nodes().size()];
    Map<Integer, Scope> children = new LinkedHashMap<>();
    WordLowering lowering = new WordLowering(builder, module, words, connected, children);
    for (int i = 0; i < words.length; i++) {
      Node node = module.node(i);
      if (node instanceof Node.Instance instance) {
        List<Integer> inner = new ArrayList<>(path);
        inner.add(i);
        children.put(i, flatten(netlist.module(instance.module()), inner, inputs(instance, words)));
      } else {
        words[i] = node.accept(lowering);
      }
    }
    for (int i = 0; i < words.length; i++) {
      if (module.node(i) instanceof Node.Register register) {
        lowering.connect(register, words[i]);
      }
    }
    Scope scope = new Scope(List.copyOf(path), module, words);
    scopes.add(scope);
    return scope;
  }

  private static Map<String, Words> inputs(Node.Instance instance, Words[] words) {
    Map<String, Words> inputs = new LinkedHashMap<>();
    for (int i = 0; i < instance.ports().size(); i++) {
      inputs.put(instance.ports().get(i), words[instance.operands().get(i)]);
    }
    return inputs;
  }
}
