package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Node.Register;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.top.LoadPort;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Connects the module that loads numbers to the layers, and counts inferences: a switch counts for
 * those whose first beat comes after it.
 */
final class LoadControl implements Loading {
  private final ModuleBuilder builder;
  private final LoadBus bus;
  private final int old;
  private final int illegal;
  private int anyOld;
  private int anyIllegal;

  LoadControl(ModuleBuilder builder, HdlModule loader, int countBits) {
    this.builder = builder;
    old = flag("load_old");
    illegal = flag("load_illegal");
    Map<String, Integer> connections = new LinkedHashMap<>();
    connections.put(LoadPort.OLD, old);
    connections.put(LoadPort.ILLEGAL, illegal);
    for (Node.Input input : loader.inputs()) {
      connections.computeIfAbsent(
          input.name(), port -> builder.input(input.origin(), input.range(), port));
    }
    Map<String, Integer> outputs = builder.instance(Origin.of("load"), loader, connections);
    for (Node.Output output : loader.outputs()) {
      if (output.name().startsWith("s_axi_")) {
        builder.output(output.origin(), output.name(), outputs.get(output.name()));
      }
    }
    int from =
        builder.feedback(
            Origin.of("switch_from"), Range.unsigned(countBits), Register.ALWAYS, BigInteger.ZERO);
    bus = LoadBus.of(outputs, from);
    anyOld = builder.constant(Origin.of("none_old"), 0);
    anyIllegal = anyOld;
  }

  private int flag(String role) {
    return builder.feedback(Origin.of(role), Range.BIT, Register.ALWAYS, BigInteger.ZERO);
  }

  @Override
  public Map<String, Integer> connections() {
    return bus.connections();
  }

  @Override
  public void connected(Map<String, Integer> outputs) {
    anyOld = builder.or(Origin.of("any_old"), anyOld, outputs.get(LoadBus.OLD));
    anyIllegal = builder.or(Origin.of("any_illegal"), anyIllegal, outputs.get(LoadBus.ILLEGAL));
  }

  @Override
  public void finish(int accepted, int first) {
    builder.connect(old, anyOld);
    builder.connect(illegal, anyIllegal);
    Range range = builder.range(bus.from());
    int inferences =
        builder.feedback(Origin.of("inferences"), range, Register.ALWAYS, BigInteger.ZERO);
    int begins = builder.and(Origin.of("inference_begins"), accepted, first);
    int more = builder.add(Origin.of("inferences_more"), inferences, begins);
    int next = builder.slice(Origin.of("inferences_next"), more, 0, range);
    builder.connect(inferences, next);
    builder.connect(bus.from(), next, bus.switches());
  }
}
