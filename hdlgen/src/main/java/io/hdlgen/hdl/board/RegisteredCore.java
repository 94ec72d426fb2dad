package io.hdlgen.hdl.board;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.signature.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A core without a clock between two registers, with the streams of a core that has one. What lies
 * between the registers must settle within a cycle.
 */
final class RegisteredCore {
  static final String NAME = "hdlgen_registered_core";

  private final Gates gates = new Gates(NAME);
  private final HdlModule core;
  private final WireLayout layout;

  private RegisteredCore(HdlModule core, WireLayout layout) {
    this.core = core;
    this.layout = layout;
  }

  static HdlModule of(HdlModule core, WireLayout layout) {
    return new RegisteredCore(core, layout).build();
  }

  private HdlModule build() {
    int data = gates.input("s_axis_tdata", 8 * layout.beatBytes());
    int valid = gates.input("s_axis_tvalid", 1);
    int last = gates.input("s_axis_tlast", 1);
    int accept = gates.input("m_axis_tready", 1);
    int loaded = gates.flag("loaded");
    int full = gates.flag("full");
    int ready = gates.not(gates.or("busy", loaded, full));
    int take = gates.and("take", valid, ready);
    gates.connect(loaded, take);
    gates.setAndClear(full, loaded, accept);
    int features = gates.data("features", 8 * layout.beatBytes());
    gates.connect(features, data, take);
    int result = gates.data("result", 8 * layout.resultBytes());
    gates.connect(result, results(instance(features)), loaded);
    int error = gates.flag("error");
    gates.connect(error, gates.or("error_next", error, gates.and("open", take, gates.not(last))));
    gates.output("s_axis_tready", ready);
    gates.output("m_axis_tdata", result);
    gates.output("m_axis_tvalid", full);
    gates.output("m_axis_tlast", gates.number(1));
    gates.output("error_o", error);
    return gates.build();
  }

  private Map<String, Integer> instance(int features) {
    Map<String, Range> ranges = new LinkedHashMap<>();
    for (Node.Input input : core.inputs()) {
      ranges.put(input.name(), input.range());
    }
    Map<String, Integer> connections = new LinkedHashMap<>();
    for (Field field : layout.inputs()) {
      Range range = ranges.get(field.port());
      connections.put(
          field.port(), gates.builder().slice(Origin.of("feature"), features, field.low(), range));
    }
    return gates.instance(core, connections);
  }

  private int results(Map<String, Integer> ports) {
    List<Integer> parts = new ArrayList<>();
    int used = 0;
    for (Field field : layout.outputs()) {
      parts.add(ports.get(field.port()));
      used += field.width();
    }
    int padding = 8 * layout.resultBytes() - used;
    if (padding > 0) {
      parts.add(gates.field(0, padding));
    }
    return gates.concat("results", parts.toArray(Integer[]::new));
  }
}
