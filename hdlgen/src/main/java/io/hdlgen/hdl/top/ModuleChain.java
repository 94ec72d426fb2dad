package io.hdlgen.hdl.top;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.pipeline.Pipeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Instances of a chain of modules, each reading {@code <name>_o} of the one before as {@code
 * <name>_i}.
 */
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
    Map<String, Integer> outputs = Map.of();
    for (HdlModule module : modules) {
      Map<String, Integer> connections = new LinkedHashMap<>();
      for (Node.Input input : module.inputs()) {
        connections.put(
            input.name(), input.name().equals(Pipeline.ENABLE) ? enable : values.get(input.name()));
      }
      outputs = builder.instance(Origin.of("u_" + module.name()), module, connections);
      values = new LinkedHashMap<>();
      for (Map.Entry<String, Integer> output : outputs.entrySet()) {
        values.put(output.getKey().replaceFirst("_o$", "_i"), output.getValue());
      }
    }
    return outputs;
  }
}
