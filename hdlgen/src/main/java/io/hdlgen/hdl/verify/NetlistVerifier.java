package io.hdlgen.hdl.verify;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import java.util.HashSet;
import java.util.Set;

/** Checks that a netlist is well formed; run after every pass in tests and before emission. */
public final class NetlistVerifier {
  private NetlistVerifier() {}

  /**
   * Checks every rule of {@link Node} and of the order of nodes and modules.
   *
   * @throws IllegalStateException naming module, node and rule, if one is broken
   */
  public static void verify(Netlist netlist) {
    Set<String> modules = new HashSet<>();
    for (HdlModule module : netlist.modules()) {
      if (!module.name().matches(NodeRules.IDENTIFIER)) {
        throw new IllegalStateException("'" + module.name() + "' is no name for a module");
      }
      if (!modules.add(module.name())) {
        throw new IllegalStateException("two modules " + module.name());
      }
      verify(netlist, module, modules);
    }
  }

  private static void verify(Netlist netlist, HdlModule module, Set<String> earlierModules) {
    Set<String> ports = new HashSet<>();
    for (int index = 0; index < module.nodes().size(); index++) {
      Node node = module.node(index);
      String problem = order(module, node, index);
      if (problem == null) {
        problem = node.accept(new NodeRules(netlist, module, earlierModules, ports));
      }
      if (problem != null) {
        throw new IllegalStateException(
            "module %s, node %%%d (%s): %s"
                .formatted(module.name(), index, node.origin().name(), problem));
      }
    }
  }

  private static String order(HdlModule module, Node node, int index) {
    boolean register = node instanceof Node.Register;
    for (int operand : node.operands()) {
      if (operand < 0 || operand >= module.nodes().size() || (operand >= index && !register)) {
        return "reads %" + operand + ", which does not lie before it";
      }
      Node read = module.node(operand);
      if (read instanceof Node.Output) {
        return "reads the output port %" + operand;
      }
      if (read instanceof Node.Instance != node instanceof Node.InstanceOutput) {
        return "reads %" + operand + ", which has no value of that kind";
      }
    }
    return null;
  }
}
