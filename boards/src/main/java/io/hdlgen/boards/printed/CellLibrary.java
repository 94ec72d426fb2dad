package io.hdlgen.boards.printed;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The cells that a circuit may be made of.
 *
 * @param name what reports call it
 * @param supplyVolts the supply that all figures are for
 * @param cells combinational cells, in a fixed order
 * @param refused cells that cannot be used, with the reason for each
 */
public record CellLibrary(
    String name, double supplyVolts, List<Cell> cells, SortedMap<String, String> refused) {
  public CellLibrary(
      String name, double supplyVolts, List<Cell> cells, Map<String, String> refused) {
    this(name, supplyVolts, cells, new TreeMap<>(refused));
  }

  public CellLibrary {
    cells = List.copyOf(cells);
    refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
  }

  /** The cell of that name. */
  public Optional<Cell> cell(String type) {
    return cells.stream().filter(cell -> cell.name().equals(type)).findFirst();
  }

  /** The smallest cell that computes this function of two inputs or one. */
  public Optional<Cell> smallest(String expression, List<String> names) {
    LogicFunction wanted = LogicFunction.parse(expression, names);
    return cells.stream()
        .filter(cell -> cell.function().equals(wanted))
        .min((a, b) -> Double.compare(a.areaUm2(), b.areaUm2()));
  }
}
