package io.hdlgen.hdl.estimate;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A netlist, flat, as logic of single bits between flip-flops, memories, multipliers and ports. */
final class Elaboration {
  private final LogicGraph graph = new LogicGraph();
  private final CarryChains chains;
  private final Adders adders;
  private final Storage storage;
  private final Fabric fabric;
  private final Map<String, HdlModule> modules = new HashMap<>();
  private final Map<String, int[]> inputs = new LinkedHashMap<>();
  private final Map<String, SumTerms> sums = new HashMap<>();
  private final List<Integer> sinks = new ArrayList<>();
  private final List<Macro> multipliers = new ArrayList<>();

  /**
   * A block whose outputs follow its inputs without a clock.
   *
   * @param inputs literals
   * @param outputs nodes
   */
  record Macro(int[] inputs, int[] outputs, long blocks) {}

  private Elaboration(Netlist netlist, Fabric fabric, Map<Integer, Integer> constants) {
    this.fabric = fabric;
    chains = new CarryChains(graph, fabric);
    adders = fabric.fewestCarryBits() == Fabric.NO_CARRIES ? new PrefixAdders(graph) : chains;
    storage = new Storage(graph, fabric, sinks, constants);
    netlist.modules().forEach(module -> modules.put(module.name(), module));
    HdlModule top = netlist.top();
    top.inputs().forEach(input -> inputs.put(input.name(), sources(input.width())));
    Map<String, int[]> outputs = module(top, inputs);
    top.outputs().forEach(output -> sink(outputs.get(output.name())));
  }

  /** Flip-flops that always take the same constant are found, and left out. */
  static Elaboration of(Netlist netlist, Fabric fabric) {
    Map<Integer, Integer> constants = new HashMap<>();
    while (true) {
      Elaboration elaboration = new Elaboration(netlist, fabric, constants);
      int known = constants.size();
      constants.putAll(elaboration.storage.constants());
      if (constants.size() == known) {
        return elaboration;
      }
    }
  }

  /** The literals of each input port of the design, lowest bit first. */
  Map<String, int[]> inputs() {
    return inputs;
  }

  LogicGraph graph() {
    return graph;
  }

  List<CarryChains.Chain> chains() {
    return chains.chains();
  }

  List<Macro> multipliers() {
    return multipliers;
  }

  Storage storage() {
    return storage;
  }

  /** Literals that flip-flops, memories and ports of the design take. */
  List<Integer> sinks() {
    return sinks;
  }

  Fabric fabric() {
    return fabric;
  }

  Adders adders() {
    return adders;
  }

  SumTerms sums(HdlModule module) {
    return sums.computeIfAbsent(module.name(), name -> new SumTerms(module));
  }

  void sink(int[] literals) {
    for (int literal : literals) {
      sinks.add(literal);
    }
  }

  int[] sources(int width) {
    int[] literals = new int[width];
    for (int i = 0; i < width; i++) {
      literals[i] = graph.source();
    }
    return literals;
  }

  /** Takes multipliers of the device. */
  int[] multiply(int[] left, int[] right, int width, long blocks) {
    int[] inputs = new int[left.length + right.length];
    System.arraycopy(left, 0, inputs, 0, left.length);
    System.arraycopy(right, 0, inputs, left.length, right.length);
    int[] product = sources(width);
    int[] nodes = new int[width];
    for (int i = 0; i < width; i++) {
      nodes[i] = LogicGraph.node(product[i]);
    }
    multipliers.add(new Macro(inputs, nodes, blocks));
    return product;
  }

  /** Adds an instance of a module; gives the literals of its outputs by port. */
  Map<String, int[]> instance(String module, Map<String, int[]> inputs) {
    return module(modules.get(module), inputs);
  }

  private Map<String, int[]> module(HdlModule module, Map<String, int[]> inputs) {
    ModuleBits bits = new ModuleBits(this, module, inputs);
    Map<String, int[]> outputs = new HashMap<>();
    for (int index = 0; index < module.nodes().size(); index++) {
      bits.add(index);
      if (module.node(index) instanceof Node.Output output) {
        outputs.put(output.name(), bits.of(index));
      }
    }
    for (int index = 0; index < module.nodes().size(); index++) {
      if (module.node(index) instanceof Node.Register register) {
        storage.register(
            bits.of(index),
            bits.of(register.next()),
            register.enable() == Node.Register.ALWAYS
                ? LogicGraph.TRUE
                : bits.of(register.enable())[0],
            register.reset());
      }
    }
    return outputs;
  }
}
