package io.hdlgen.hdl.metrics;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts of a design.
 *
 * @param modules one a module, in the netlist's order
 * @param total of all modules, each as often as it is instantiated
 * @param worstNs estimate of the longest logic delay between two registers (or from inputs to
 *     outputs), in ns
 * @param clockMhz the clock that this estimate allows; 0 without a clock
 */
public record Metrics(
    List<ModuleMetrics> modules, ModuleMetrics total, double worstNs, double clockMhz) {
  public Metrics {
    modules = List.copyOf(modules);
  }

  /** Counts a netlist. */
  public static Metrics of(Netlist netlist, double worstNs, double clockMhz) {
    List<ModuleMetrics> modules = netlist.modules().stream().map(MetricsCounter::count).toList();
    Map<String, Long> instances = instances(netlist);
    ModuleMetrics total = ModuleMetrics.none("total");
    for (ModuleMetrics module : modules) {
      total = total.plus(module.times(instances.getOrDefault(module.module(), 0L)));
    }
    return new Metrics(modules, total, worstNs, clockMhz);
  }

  /** How often each module occurs in the design. */
  private static Map<String, Long> instances(Netlist netlist) {
    Map<String, Long> instances = new HashMap<>(Map.of(netlist.top().name(), 1L));
    for (int m = netlist.modules().size() - 1; m >= 0; m--) {
      HdlModule module = netlist.modules().get(m);
      long own = instances.getOrDefault(module.name(), 0L);
      for (Node node : module.nodes()) {
        if (node instanceof Node.Instance instance) {
          instances.merge(instance.module(), own, Long::sum);
        }
      }
    }
    return instances;
  }
}
