package io.hdlgen.sim.check;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.sim.cycle.Probe;
import io.hdlgen.sim.cycle.Simulator;
import io.hdlgen.sim.vcd.ValueChangeReader;
import io.hdlgen.sim.verilator.VerilatorModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Follows a mismatch of Verilator to the wire where it begins: the first in time, and among those
 * the first in the order of the data, so that all it reads is still right.
 */
public final class MismatchTracer {
  private final DesignCheck check;
  private final Function<HdlModule, List<String>> names;

  /**
   * @param names for each module the Verilog name of every node, the instance name for an instance,
   *     null for what has none
   */
  public MismatchTracer(DesignCheck check, Function<HdlModule, List<String>> names) {
    this.check = check;
    this.names = names;
  }

  /** A named wire with its value in the netlist. */
  private record Wire(String path, int variable, HdlModule module, int node, Probe probe) {}

  /**
   * Replays the stimulus and compares all wires.
   *
   * @param model the design, built with trace
   * @param lastCycle the cycle of the mismatch
   * @return empty if no wire differs when all registers start at 0: then the mismatch depends on
   *     what a register without reset held
   * @throws io.hdlgen.sim.tool.ToolException if the model crashes
   */
  public Optional<WireDifference> trace(VerilatorModel model, long lastCycle) {
    Script stimulus = check.script();
    byte[] outputs = new byte[check.records().outputs().size()];
    byte[] mask = new byte[outputs.length];
    long[] sent = {0};
    List<WireDifference> found = new ArrayList<>();
    model.dump(
        (inputs, at, note, noteAt) ->
            sent[0]++ <= lastCycle && stimulus.next(inputs, at, outputs, 0, mask, 0),
        dump -> compare(dump).ifPresent(found::add));
    return found.stream().findFirst();
  }

  private Optional<WireDifference> compare(ValueChangeReader dump) throws IOException {
    Script script = check.script();
    Simulator simulator = script.simulator();
    Netlist netlist = simulator.netlist();
    List<Wire> wires = new ArrayList<>();
    collect(simulator, netlist, netlist.top(), List.of(), netlist.top().name(), dump, wires);
    byte[] inputs = new byte[check.records().inputs().size()];
    byte[] outputs = new byte[check.records().outputs().size()];
    byte[] mask = new byte[outputs.length];
    while (dump.next() && script.next(inputs, 0, outputs, 0, mask, 0)) {
      for (Wire wire : wires) {
        for (int word = 0; 64 * word < wire.probe.width(); word++) {
          if (wire.probe.bits(word) != dump.bits(wire.variable, word)) {
            return Optional.of(difference(wire, dump, word));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static WireDifference difference(Wire wire, ValueChangeReader dump, int word) {
    String place = wire.probe.width() <= 64 ? "" : " in bits from " + 64 * word;
    return new WireDifference(
        dump.time(),
        wire.path,
        wire.module.node(wire.node).origin(),
        NeuronReach.of(wire.module, wire.node),
        "0x" + Long.toHexString(wire.probe.bits(word)) + place,
        "0x" + Long.toHexString(dump.bits(wire.variable, word)) + place);
  }

  /** The wires of an instance, those of inner ones where the instance stands. */
  private void collect(
      Simulator simulator,
      Netlist netlist,
      HdlModule module,
      List<Integer> path,
      String scope,
      ValueChangeReader dump,
      List<Wire> wires) {
    List<String> wireNames = names.apply(module);
    Map<String, Integer> variables = dump.variables();
    for (int i = 0; i < module.nodes().size(); i++) {
      Node node = module.node(i);
      String name = wireNames.get(i);
      if (name == null) {
        continue;
      }
      String full = scope + "." + name;
      if (node instanceof Node.Instance instance) {
        List<Integer> inner = new ArrayList<>(path);
        inner.add(i);
        collect(simulator, netlist, netlist.module(instance.module()), inner, full, dump, wires);
      } else if (variables.containsKey("TOP." + full)) {
        int variable = variables.get("TOP." + full);
        wires.add(new Wire(full, variable, module, i, simulator.probe(path, i)));
      }
    }
  }
}
