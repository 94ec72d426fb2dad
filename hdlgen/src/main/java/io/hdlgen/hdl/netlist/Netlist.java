package io.hdlgen.hdl.netlist;

import java.util.List;
import java.util.function.Predicate;

/**
 * A design: modules, each before the ones that instantiate it; the last is the top.
 *
 * @param modules at least one; names differ
 */
public record Netlist(List<HdlModule> modules) {
  public Netlist {
    modules = List.copyOf(modules);
    if (modules.isEmpty()) {
      throw new IllegalArgumentException("a netlist without modules");
    }
  }

  /** The module that is no other's instance. */
  public HdlModule top() {
    return modules.get(modules.size() - 1);
  }

  /**
   * The module of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public HdlModule module(String name) {
    return modules.stream()
        .filter(module -> module.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no module " + name));
  }

  /** Whether a module has the port {@code clk_i}. */
  public boolean hasClock(HdlModule module) {
    return holds(module, state -> true);
  }

  /** Whether a module has the port {@code rst_i}. */
  public boolean hasReset(HdlModule module) {
    return holds(
        module, state -> state instanceof Node.Register register && register.reset() != null);
  }

  private boolean holds(HdlModule module, Predicate<Node.State> kind) {
    for (Node node : module.nodes()) {
      if (node instanceof Node.State state && kind.test(state)) {
        return true;
      }
      if (node instanceof Node.Instance instance && holds(module(instance.module()), kind)) {
        return true;
      }
    }
    return false;
  }
}
