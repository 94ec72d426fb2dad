package io.hdlgen.flow.equivalence;

import io.hdlgen.flow.equivalence.CellNetlist.Cell;
import io.hdlgen.flow.equivalence.CellNetlist.Port;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A netlist taken apart into and-gates, inverters, lookup tables, flip-flops and memories; cells of
 * a technology are replaced by the logic that Yosys makes of their models.
 */
final class FlatNetlist {
  private static final Set<String> PRIMITIVES =
      Set.of("$_AND_", "$_NOT_", "$_BUF_", "$_DFF_P_", "$mem_v2");

  /** What drives a net. */
  sealed interface Driver permits Gate, Buffer, Lut, FlipFlop, MemoryRead {}

  /** {@code left & right}, or {@code !left} if both are one net. */
  record Gate(int left, int right, boolean inverter) implements Driver {}

  /** The same as another net. */
  record Buffer(int source) implements Driver {}

  /** Bit number {@code inputs} of {@code mask}. */
  record Lut(String mask, int[] inputs) implements Driver {}

  /** What {@code data} was at the last edge of {@code clock}. */
  record FlipFlop(String name, int data, int clock) implements Driver {}

  /** A bit of a read port. */
  record MemoryRead(Memory memory, int port, int bit) implements Driver {}

  /** A memory whose reads need no clock. */
  record Memory(String name, Cell cell) {}

  private final CellNetlist source;
  private final Map<Integer, Driver> drivers = new HashMap<>();
  private final List<Memory> memories = new ArrayList<>();

  /** Nets that have a value already: constants and inputs. */
  private final Set<Integer> given = new HashSet<>(List.of(CellNetlist.ZERO, CellNetlist.ONE));

  private int next;

  /**
   * @param templates what each cell of a technology is made of, by {@link CellTemplates#key}
   * @throws UnsupportedNetlistException if two drive one net, or nothing is known of a cell
   */
  FlatNetlist(CellNetlist source, Map<String, CellNetlist> templates) {
    this.source = source;
    this.next = source.last() + 1;
    source.ports().values().stream()
        .filter(Port::input)
        .forEach(port -> Arrays.stream(port.bits()).forEach(given::add));
    for (Cell cell : source.cells()) {
      if (PRIMITIVES.contains(cell.type())) {
        primitive(cell.name(), cell, cell.connections());
      } else {
        LutCell lut = LutCell.of(cell);
        if (lut != null) {
          int[] inputs = lut.inputs(cell, () -> next++);
          drive(cell.name(), lut.output(cell), new Lut(lut.mask(cell), inputs));
        } else {
          instance(cell, templates.get(CellTemplates.key(cell)));
        }
      }
    }
  }

  Map<String, Port> ports() {
    return source.ports();
  }

  Map<String, int[]> names() {
    return source.names();
  }

  Driver driver(int net) {
    return drivers.get(net);
  }

  List<Memory> memories() {
    return memories;
  }

  /** Nets that flip-flops drive, in no special order. */
  List<Integer> registers() {
    return drivers.entrySet().stream()
        .filter(entry -> entry.getValue() instanceof FlipFlop)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private void instance(Cell cell, CellNetlist template) {
    if (template == null) {
      throw new UnsupportedNetlistException(
          cell.name(), "a cell " + cell.type() + " that nothing is known of");
    }
    Map<Integer, Integer> nets = new HashMap<>();
    template
        .ports()
        .forEach(
            (name, port) -> {
              int[] outside = cell.connections().get(name);
              for (int i = 0; port.input() && i < port.bits().length; i++) {
                nets.put(port.bits()[i], outside[i]);
              }
            });
    for (Cell part : template.cells()) {
      Map<String, int[]> connections = new LinkedHashMap<>();
      part.connections().forEach((name, bits) -> connections.put(name, inside(bits, nets)));
      primitive(cell.name() + "." + part.name(), part, connections);
    }
    template
        .ports()
        .forEach(
            (name, port) -> {
              int[] outside = cell.connections().get(name);
              int[] inside = inside(port.bits(), nets);
              for (int i = 0; !port.input() && i < outside.length; i++) {
                drive(cell.name(), outside[i], new Buffer(inside[i]));
              }
            });
  }

  private void drive(String cell, int net, Driver driver) {
    if (given.contains(net) || drivers.putIfAbsent(net, driver) != null) {
      throw new UnsupportedNetlistException(cell, "a net with two drivers, one being the cell");
    }
  }

  private int[] inside(int[] bits, Map<Integer, Integer> nets) {
    return Arrays.stream(bits)
        .map(
            bit ->
                bit < 0
                    ? next++
                    : bit <= CellNetlist.ONE ? bit : nets.computeIfAbsent(bit, b -> next++))
        .toArray();
  }

  private void primitive(String name, Cell cell, Map<String, int[]> nets) {
    switch (cell.type()) {
      case "$_AND_" ->
          drive(name, nets.get("Y")[0], new Gate(nets.get("A")[0], nets.get("B")[0], false));
      case "$_NOT_" ->
          drive(name, nets.get("Y")[0], new Gate(nets.get("A")[0], nets.get("A")[0], true));
      case "$_BUF_" -> drive(name, nets.get("Y")[0], new Buffer(nets.get("A")[0]));
      case "$_DFF_P_" ->
          drive(name, nets.get("Q")[0], new FlipFlop(name, nets.get("D")[0], nets.get("C")[0]));
      case "$mem_v2" -> memory(name, new Cell(name, cell.type(), cell.parameters(), nets));
      default ->
          throw new UnsupportedNetlistException(
              name, "a cell " + cell.type() + " that nothing is known of");
    }
  }

  private void memory(String name, Cell cell) {
    Memory memory = new Memory(name, cell);
    memories.add(memory);
    int width = cell.number("WIDTH");
    int[] data = cell.connections().get("RD_DATA");
    for (int i = 0; i < data.length; i++) {
      drive(name, data[i], new MemoryRead(memory, i / width, i % width));
    }
  }
}
