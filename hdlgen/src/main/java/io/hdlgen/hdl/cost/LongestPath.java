package io.hdlgen.hdl.cost;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Estimate of the longest logic delay of a design: between two registers or memories, or between
 * one and a port. Within an instance, every input is taken to be on the way to every output that
 * some input is on the way to.
 */
public final class LongestPath {
  /** There is no such way. */
  private static final double NONE = Double.NEGATIVE_INFINITY;

  private final CostModel model;
  private final Map<String, Delays> modules = new HashMap<>();

  /**
   * Delays of a module.
   *
   * @param within between two registers
   * @param in from any input to a register
   * @param launched by port, from a register to an output
   * @param through by port, from any input to an output
   */
  private record Delays(
      double within, double in, Map<String, Double> launched, Map<String, Double> through) {}

  private LongestPath(CostModel model) {
    this.model = model;
  }

  /** The longest delay, in ns. */
  public static double of(Netlist netlist, CostModel model) {
    LongestPath path = new LongestPath(model);
    netlist.modules().forEach(module -> path.modules.put(module.name(), path.delays(module)));
    Delays top = path.modules.get(netlist.top().name());
    double worst = Math.max(0, Math.max(top.within(), top.in()));
    for (Map<String, Double> ports : List.of(top.launched(), top.through())) {
      worst = ports.values().stream().reduce(worst, Math::max);
    }
    return worst;
  }

  private Delays delays(HdlModule module) {
    int size = module.nodes().size();
    double[] launched = new double[size];
    double[] entered = new double[size];
    Arrays.fill(launched, NONE);
    Arrays.fill(entered, NONE);
    NodeDelay delays = new NodeDelay(model, module);
    Map<String, Double> launchedOut = new HashMap<>();
    Map<String, Double> throughOut = new HashMap<>();
    for (int index = 0; index < size; index++) {
      Node node = module.node(index);
      if (node instanceof Node.Input) {
        entered[index] = 0;
      } else if (node instanceof Node.State) {
        launched[index] = 0;
      } else if (node instanceof Node.InstanceOutput output) {
        Node.Instance instance = (Node.Instance) module.node(output.instance());
        Delays child = modules.get(instance.module());
        double through = child.through().get(output.port());
        launched[index] =
            Math.max(child.launched().get(output.port()), latest(launched, instance) + through);
        entered[index] = latest(entered, instance) + through;
      } else if (!(node instanceof Node.Instance)) {
        double delay = node.accept(delays);
        launched[index] = latest(launched, node) + delay;
        entered[index] = latest(entered, node) + delay;
      }
      if (node instanceof Node.Output output) {
        launchedOut.put(output.name(), launched[index]);
        throughOut.put(output.name(), entered[index]);
      }
    }
    double within = NONE;
    double in = NONE;
    for (Node node : module.nodes()) {
      double further = NONE;
      if (node instanceof Node.State) {
        further = 0;
      } else if (node instanceof Node.Instance instance) {
        further = modules.get(instance.module()).in();
        within = Math.max(within, modules.get(instance.module()).within());
      }
      within = Math.max(within, latest(launched, node) + further);
      in = Math.max(in, latest(entered, node) + further);
    }
    return new Delays(within, in, launchedOut, throughOut);
  }

  private static double latest(double[] arrivals, Node node) {
    double latest = NONE;
    for (int operand : node.operands()) {
      latest = Math.max(latest, arrivals[operand]);
    }
    return latest;
  }
}
