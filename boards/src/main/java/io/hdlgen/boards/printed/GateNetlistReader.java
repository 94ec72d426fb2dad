package io.hdlgen.boards.printed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hdlgen.boards.plan.ToolReportException;
import io.hdlgen.boards.printed.GateNetlist.Gate;
import io.hdlgen.boards.printed.GateNetlist.PortNets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a netlist that Yosys has written as JSON, as a circuit of a library's cells. */
public final class GateNetlistReader {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final CellLibrary library;
  private final String where;
  private final Map<String, Integer> nets = new HashMap<>();
  private final List<Gate> gates = new ArrayList<>();

  private GateNetlistReader(CellLibrary library, String where) {
    this.library = library;
    this.where = where;
    nets.put("0", GateNetlist.ZERO);
    nets.put("1", GateNetlist.ONE);
  }

  /**
   * @param where what messages call the text
   * @throws ToolReportException if the text is no netlist with this module, a cell is none of the
   *     library's combinational ones, a net has no driver or two, or gates form a loop
   */
  public static GateNetlist read(String text, String module, CellLibrary library, String where) {
    JsonNode found;
    try {
      found = MAPPER.readTree(text).path("modules").path(module);
    } catch (JsonProcessingException e) {
      throw new ToolReportException(where, e.getOriginalMessage());
    }
    if (!found.isObject()) {
      throw new ToolReportException(where, "it has no module " + module);
    }
    return new GateNetlistReader(library, where).read(module, found);
  }

  private GateNetlist read(String module, JsonNode content) {
    List<PortNets> inputs = ports(content, "input");
    for (Map.Entry<String, JsonNode> cell : content.path("cells").properties()) {
      // Yosys's own bookkeeping, where it is newer.
      if (!cell.getValue().path("type").asText().equals("$scopeinfo")) {
        gates.add(gate(cell.getKey(), cell.getValue()));
      }
    }
    List<PortNets> outputs = ports(content, "output");
    List<Gate> sorted = new GateOrder(where, nets.size(), inputs, outputs, gates).sorted();
    return new GateNetlist(module, nets.size(), inputs, outputs, sorted);
  }

  private List<PortNets> ports(JsonNode content, String direction) {
    List<PortNets> ports = new ArrayList<>();
    for (Map.Entry<String, JsonNode> port : content.path("ports").properties()) {
      String found = port.getValue().path("direction").asText();
      if (!found.equals("input") && !found.equals("output")) {
        throw new ToolReportException(where, "port " + port.getKey() + " has direction " + found);
      }
      if (found.equals(direction)) {
        List<Integer> bits = new ArrayList<>();
        port.getValue().path("bits").forEach(bit -> bits.add(net(bit, "port " + port.getKey())));
        ports.add(new PortNets(port.getKey(), bits));
      }
    }
    return ports;
  }

  private Gate gate(String name, JsonNode node) {
    String type = node.path("type").asText();
    Cell cell = library.cell(type).orElseThrow(() -> foreign(name, type));
    JsonNode pins = node.path("connections");
    List<Integer> inputs = new ArrayList<>();
    for (Cell.Pin pin : cell.inputs()) {
      inputs.add(net(pins.path(pin.name()).path(0), "cell " + name + " pin " + pin.name()));
    }
    int output = net(pins.path(cell.output()).path(0), "cell " + name + " pin " + cell.output());
    return new Gate(name, cell, inputs, output);
  }

  private ToolReportException foreign(String name, String type) {
    String reason = library.refused().get(type);
    String found = "cell " + name + " of type " + type + " is ";
    if (reason != null) {
      found += reason;
    } else if (type.matches(".*(?i:dff|latch|_dl|\\$sr|\\$ff).*")) {
      found += "a latch or flip-flop";
    } else {
      found += "none";
    }
    return new ToolReportException(
        where, found + ", and only combinational cells of " + library.name() + " can be printed");
  }

  private int net(JsonNode bit, String place) {
    String key = bit.asText();
    if (bit.isMissingNode() || key.equals("x") || key.equals("z")) {
      throw new ToolReportException(
          where, place + " is connected to " + (bit.isMissingNode() ? "nothing" : key));
    }
    Integer known = nets.get(key);
    if (known == null) {
      known = nets.size();
      nets.put(key, known);
    }
    return known;
  }
}
