package io.hdlgen.hdl.emit;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.verilog.CodeBlock;
import io.hdlgen.hdl.verilog.Item;
import io.hdlgen.hdl.verilog.ModuleSpec;
import io.hdlgen.hdl.verilog.PortSpec;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints one module. */
final class ModuleEmitter {
  private static final String NEURON = "neuron";

  private final Netlist netlist;
  private final HdlModule module;
  private final NeuronComments comments;
  private final List<String> names;
  private final Expressions expressions;
  private final StorageItems storage;
  private final Set<Origin> neurons;
  private final Set<Origin> commented = new HashSet<>();
  private final List<Integer> openRegisters = new ArrayList<>();
  private ModuleSpec.Builder spec;
  private boolean pipeline;

  ModuleEmitter(Netlist netlist, HdlModule module, NeuronComments comments) {
    this.netlist = netlist;
    this.module = module;
    this.comments = comments;
    this.names = VerilogNames.of(module);
    this.neurons = neurons(module);
    this.expressions = new Expressions(module, names);
    this.storage = new StorageItems(module, names, expressions);
  }

  /** The neurons that the module computes: those that it has ports out for. */
  private static Set<Origin> neurons(HdlModule module) {
    return module.outputs().stream()
        .map(output -> output.origin().as(NEURON))
        .filter(origin -> origin.neuron() != Origin.NONE)
        .collect(Collectors.toSet());
  }

  ModuleSpec emit(List<String> header) {
    spec = ModuleSpec.builder(module.name()).header(header);
    ports();
    int[] stages = Stages.of(module);
    pipeline = stages != null;
    layerComment();
    designComment();
    if (pipeline) {
      pipeline(stages);
    } else {
      for (int index = 0; index < names.size(); index++) {
        item(index);
      }
      updates();
    }
    unused();
    return spec.build();
  }

  private void pipeline(int[] stages) {
    int last = Arrays.stream(stages).max().orElse(0);
    for (int stage = 0; stage <= last; stage++) {
      spec.comment("Stage " + stage);
      for (int index = 0; index < names.size(); index++) {
        if (stages[index] == stage) {
          item(index);
        }
      }
      updates(stages, stage + 1);
    }
  }

  private void ports() {
    if (netlist.hasClock(module)) {
      spec.port(PortSpec.input(VerilogNames.CLOCK, 1));
    }
    if (netlist.hasReset(module)) {
      spec.port(PortSpec.input(VerilogNames.RESET, 1));
    }
    for (int index = 0; index < names.size(); index++) {
      if (module.node(index) instanceof Node.Input input) {
        spec.port(PortSpec.input(names.get(index), input.width()));
      }
    }
    for (int index = 0; index < names.size(); index++) {
      if (module.node(index) instanceof Node.Output output) {
        spec.port(PortSpec.output(names.get(index), output.width()));
      }
    }
  }

  private void item(int index) {
    Node node = module.node(index);
    String name = names.get(index);
    if (name == null || node instanceof Node.Input) {
      return;
    }
    comment(node.origin());
    if (node instanceof Node.Output) {
      spec.item(new Item.Assign(name, expressions.definition(node)));
    } else if (node instanceof Node.Instance instance) {
      instance(index, instance);
    } else if (node instanceof Node.Register) {
      if (!pipeline) {
        register(index);
      }
    } else if (node instanceof Node.Table table) {
      lookup(name, table);
    } else if (node instanceof Node.Rom rom) {
      spec.item(storage.rom(name, rom));
    } else if (node instanceof Node.Memory memory) {
      spec.item(storage.memory(name, memory));
    } else if (!(node instanceof Node.InstanceOutput)) {
      spec.item(new Item.Wire(name, node.width(), expressions.definition(node)));
    }
  }

  private void layerComment() {
    for (Node.Output output : module.outputs()) {
      if (neurons.contains(output.origin().as(NEURON))) {
        List<String> lines = comments.lines(output.origin().layer());
        if (!lines.isEmpty()) {
          spec.item(new Item.Comment(lines));
        }
        return;
      }
    }
    sharedComment();
  }

  /** Of a module that neurons share: it belongs to a layer, and has others within. */
  private void sharedComment() {
    int layer = module.outputs().get(0).origin().layer();
    if (layer != Origin.NONE && module.nodes().stream().anyMatch(Node.Instance.class::isInstance)) {
      List<String> lines = comments.sharedLines(layer);
      if (!lines.isEmpty()) {
        spec.item(new Item.Comment(lines));
      }
    }
  }

  /** Of the top, and of the module that decides: it alone has the class and no other module. */
  private void designComment() {
    boolean decides =
        module.outputs().stream().anyMatch(output -> output.origin().equals(Origin.of("class")))
            && module.nodes().stream().noneMatch(Node.Instance.class::isInstance);
    List<String> lines =
        module == netlist.top()
            ? comments.topLines()
            : decides ? comments.decisionLines() : List.of();
    if (!lines.isEmpty()) {
      spec.item(new Item.Comment(lines));
    }
  }

  private void comment(Origin origin) {
    Origin neuron = origin.as(NEURON);
    if (neurons.contains(neuron) && commented.add(neuron)) {
      List<String> lines = comments.lines(origin.layer(), origin.neuron());
      if (!lines.isEmpty()) {
        spec.item(new Item.Comment(lines));
      }
    }
  }

  private void lookup(String name, Node.Table table) {
    List<CodeBlock> values = new ArrayList<>();
    for (long value : table.values().toArray()) {
      values.add(Expressions.literal(table.width(), BigInteger.valueOf(value)));
    }
    int indexWidth = module.node(table.index()).width();
    CodeBlock index = expressions.read(table.index());
    spec.item(new Item.Lookup(name, table.width(), index, indexWidth, values));
  }

  private void instance(int index, Node.Instance instance) {
    HdlModule child = netlist.module(instance.module());
    List<Item.Connection> connections = new ArrayList<>();
    spec.comment();
    for (String port : List.of(VerilogNames.CLOCK, VerilogNames.RESET)) {
      boolean has =
          port.equals(VerilogNames.CLOCK) ? netlist.hasClock(child) : netlist.hasReset(child);
      if (has) {
        connections.add(new Item.Connection(port, CodeBlock.of("$N", port)));
      }
    }
    for (int i = 0; i < instance.ports().size(); i++) {
      connections.add(
          new Item.Connection(
              instance.ports().get(i), expressions.read(instance.operands().get(i))));
    }
    for (int i = 0; i < names.size(); i++) {
      if (module.node(i) instanceof Node.InstanceOutput output && output.instance() == index) {
        spec.item(new Item.Wire(names.get(i), output.width(), null));
        connections.add(new Item.Connection(output.port(), CodeBlock.of("$N", names.get(i))));
      }
    }
    spec.item(new Item.InstanceSpec(child.name(), names.get(index), connections));
  }

  /** The registers of a stage: declared here, as the next stage begins with them. */
  private void updates(int[] stages, int stage) {
    List<Integer> registers = new ArrayList<>();
    for (int index = 0; index < names.size(); index++) {
      if (stages[index] == stage && module.node(index) instanceof Node.Register) {
        registers.add(index);
      }
    }
    if (registers.isEmpty()) {
      return;
    }
    spec.comment("Registers into stage " + stage);
    registers.forEach(this::register);
    updates();
  }

  private void register(int index) {
    spec.item(new Item.Reg(names.get(index), module.node(index).width()));
    openRegisters.add(index);
  }

  private void updates() {
    Map<List<Object>, List<Item.Update>> groups = new LinkedHashMap<>();
    for (int index : openRegisters) {
      Node.Register register = (Node.Register) module.node(index);
      boolean reset = register.reset() != null;
      groups
          .computeIfAbsent(List.of(register.enable(), reset), group -> new ArrayList<>())
          .add(
              new Item.Update(
                  names.get(index),
                  expressions.definition(register),
                  reset ? Expressions.literal(register.width(), register.reset()) : null));
    }
    openRegisters.clear();
    groups.forEach(
        (group, updates) -> {
          int enable = (Integer) group.get(0);
          spec.comment();
          spec.item(
              new Item.Clocked(
                  VerilogNames.CLOCK,
                  (Boolean) group.get(1) ? VerilogNames.RESET : null,
                  enable == Node.Register.ALWAYS ? null : expressions.read(enable).toString(),
                  updates));
        });
  }

  private void unused() {
    List<String> parts = new ArrayList<>();
    parts.add("1'b0");
    parts.addAll(UsedBits.unread(module, names));
    if (parts.size() > 1) {
      spec.comment("Bits that nothing reads");
      spec.item(
          new Item.Wire(VerilogNames.UNUSED, 1, CodeBlock.of("&{$L}", Lines.wrap(parts, ", "))));
    }
  }
}
