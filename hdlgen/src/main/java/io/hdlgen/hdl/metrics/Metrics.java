package io.hdlgen.hdl.metrics;

import io.hdlgen.hdl.netlist.Netlist;
import java.util.List;

/**
 * Counts of a design.
 *
 * @param modules one a module, in the netlist's order
 * @param total of all modules; each is instantiated once
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
    ModuleMetrics total = modules.stream().reduce(ModuleMetrics.none("total"), ModuleMetrics::plus);
    return new Metrics(modules, total, worstNs, clockMhz);
  }
}
