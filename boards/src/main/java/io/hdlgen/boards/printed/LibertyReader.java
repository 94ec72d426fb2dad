package io.hdlgen.boards.printed;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads a library of combinational cells from a Liberty file: area, function, static power by state
 * of the supply pin, capacitances, delays and internal energies. Latches and flip-flops,
 * three-state cells and cells with several outputs are refused by name, not used.
 */
public final class LibertyReader {
  private final String where;
  private final LibertyUnits units;
  private final Map<String, String> refused = new TreeMap<>();

  private LibertyReader(String where, LibertyUnits units) {
    this.where = where;
    this.units = units;
  }

  /**
   * @param where the file, for messages
   * @throws InvalidInputException if the text is no Liberty, or has no inverter or no NAND or NOR
   *     of two inputs, without which nothing can be mapped
   */
  public static CellLibrary read(String text, String where) {
    LibertyGroup library = new LibertyParser(text, where).parse();
    LibertyUnits units = LibertyUnits.of(library, where);
    return new LibertyReader(where, units).read(library);
  }

  private CellLibrary read(LibertyGroup library) {
    List<Cell> cells = new ArrayList<>();
    for (LibertyGroup group : library.groups("cell")) {
      Optional<String> reason = reason(group);
      if (reason.isPresent()) {
        refused.put(group.argument(), reason.get());
      } else {
        cells.add(cell(group));
      }
    }
    CellLibrary read = new CellLibrary(library.argument(), units.volts(), cells, refused);
    boolean complete =
        read.smallest("!a", List.of("a")).isPresent()
            && (read.smallest("!(a*b)", List.of("a", "b")).isPresent()
                || read.smallest("!(a+b)", List.of("a", "b")).isPresent());
    if (!complete) {
      throw new InvalidInputException(
          where, cells.size() + " combinational cells", "an inverter and a NAND or NOR at least");
    }
    return read;
  }

  /** Why a cell cannot be used; empty if it can. */
  private static Optional<String> reason(LibertyGroup cell) {
    if (cell.attribute("dont_use").map(Boolean::parseBoolean).orElse(false)) {
      return Optional.of("a cell not to be used");
    }
    if (cell.has("latch") || cell.has("latch_bank") || cell.has("statetable")) {
      return Optional.of("a latch");
    }
    if (cell.has("ff") || cell.has("ff_bank")) {
      return Optional.of("a flip-flop");
    }
    List<LibertyGroup> outputs = pins(cell, "output");
    if (outputs.size() != 1) {
      return Optional.of("a cell with " + outputs.size() + " outputs");
    }
    if (outputs.get(0).attribute("three_state").isPresent()) {
      return Optional.of("a three-state cell");
    }
    int inputs = pins(cell, "input").size();
    if (outputs.get(0).attribute("function").isEmpty()
        || inputs == 0
        || inputs > LogicFunction.MOST_INPUTS) {
      return Optional.of("a cell without a function of 1 to 6 inputs");
    }
    return Optional.empty();
  }

  private static List<LibertyGroup> pins(LibertyGroup cell, String direction) {
    return cell.groups("pin").stream()
        .filter(pin -> direction.equals(pin.attribute("direction").orElse("")))
        .toList();
  }

  private Cell cell(LibertyGroup group) {
    String place = where + ": cell " + group.argument();
    LibertyGroup output = pins(group, "output").get(0);
    List<Cell.Pin> inputs = new ArrayList<>();
    for (LibertyGroup pin : pins(group, "input")) {
      double capacitance = units.number(pin, "capacitance", place, 0) * units.picofarads();
      inputs.add(new Cell.Pin(pin.argument(), capacitance));
    }
    List<String> names = inputs.stream().map(Cell.Pin::name).toList();
    try {
      LogicFunction function =
          LogicFunction.parse(output.attribute("function").orElseThrow(), names);
      LibertyTables tables = new LibertyTables(output, units, place);
      return new Cell(
          group.argument(),
          units.number(group, "area", place),
          inputs,
          output.argument(),
          function,
          new LibertyLeakage(group, output.argument(), names, units, place).nanowatts(function),
          tables.delay("cell_rise"),
          tables.delay("cell_fall"),
          tables.energyPj());
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(place, e.getMessage(), "a combinational cell", e);
    }
  }
}
