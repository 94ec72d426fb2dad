package io.hdlgen.hdl.top;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.pipeline.Pipeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Instances of a chain of modules, each reading the outputs of the one before by name. */
final class ModuleChain {
  private ModuleChain() {}

  /**
   * Instantiates the modules.
   *
   * @param inputs by port, what the first module may read
   * @param enable what enables pipeline registers; -1 if there are none
   * @return by port, the outputs of the last module
   */
  static Map<String, Integer> instantiate(
      ModuleBuilder builder, List<HdlModule> modules, Map<String, Integer> inputs, int enable) {
    Map<String, Integer> values = inputs;
    for (int k = 0; k < modules.size(); k++) {
      HdlModule module = modules.get(k);
      Map<String, Integer> connections = new LinkedHashMap<>();
      for (Node.Input input : module.inputs()) {
        connections.put(
            input.name(), input.name().equals(Pipeline.ENABLE) ? enable : values.get(input.name()));
      }
      String role = k + 1 < modules.size() ? "u_l" + k : "u_decision";
      values = builder.instance(Origin.of(role), module, connections);
    }
    return values;
  }
}
