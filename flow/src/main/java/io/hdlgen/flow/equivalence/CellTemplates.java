package io.hdlgen.flow.equivalence;

import io.hdlgen.flow.equivalence.CellNetlist.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The different cells of a mapped netlist, lookup tables apart, each as a small Verilog module
 * around its model, for Yosys to make logic of.
 */
final class CellTemplates {
  private final Map<String, Cell> cells = new LinkedHashMap<>();
  private final Map<String, Boolean> outputs;

  /**
   * @param outputs whether port {@code TYPE.PORT} is an output
   */
  CellTemplates(CellNetlist netlist, Map<String, Boolean> outputs) {
    this.outputs = outputs;
    for (Cell cell : netlist.cells()) {
      if (LutCell.of(cell) == null) {
        cells.putIfAbsent(key(cell), cell);
      }
    }
  }

  /** What tells apart cells of different function. */
  static String key(Cell cell) {
    StringBuilder key = new StringBuilder(cell.type());
    cell.parameters()
        .forEach((name, value) -> key.append(' ').append(name).append('=').append(value));
    cell.connections().forEach((name, bits) -> key.append(' ').append(name).append(tied(bits)));
    return key.toString();
  }

  /** A digit a bit, the highest first: constants as they are, {@code -} for others. */
  private static String tied(int[] bits) {
    StringBuilder digits = new StringBuilder();
    for (int bit : bits) {
      digits.insert(0, bit == CellNetlist.ZERO ? '0' : bit == CellNetlist.ONE ? '1' : '-');
    }
    return digits.toString();
  }

  /** Keys, in the order of the modules {@code hdlgen_cell_0}, {@code hdlgen_cell_1}, ... */
  List<String> keys() {
    return new ArrayList<>(cells.keySet());
  }

  static String module(int number) {
    return "hdlgen_cell_" + number;
  }

  /** The modules, and a top {@code hdlgen_cells} that holds each once. */
  String verilog() {
    StringBuilder text = new StringBuilder();
    StringBuilder top = new StringBuilder("module hdlgen_cells;\n");
    int number = 0;
    for (Cell cell : cells.values()) {
      module(text, number, cell);
      top.append("  (* keep *) ")
          .append(module(number))
          .append(" c")
          .append(number)
          .append(" ();\n");
      number++;
    }
    return text.append(top).append("endmodule\n").toString();
  }

  private void module(StringBuilder text, int number, Cell cell) {
    List<String> ports = new ArrayList<>();
    List<String> connections = new ArrayList<>();
    cell.connections()
        .forEach(
            (name, bits) -> {
              if (bits.length == 0) {
                return;
              }
              ports.add(
                  (outputs.getOrDefault(cell.type() + "." + name, false) ? "output" : "input")
                      + (" [" + (bits.length - 1) + ":0] ")
                      + name);
              connections.add("." + name + "(" + wired(name, tied(bits)) + ")");
            });
    List<String> parameters = new ArrayList<>();
    cell.parameters()
        .forEach((name, value) -> parameters.add("." + name + "(" + literal(value) + ")"));
    text.append("(* keep_hierarchy *) module ")
        .append(module(number))
        .append(" (")
        .append(String.join(", ", ports))
        .append(");\n  ")
        .append(cell.type())
        .append(parameters.isEmpty() ? "" : " #(" + String.join(", ", parameters) + ")")
        .append(" cell_i (")
        .append(String.join(", ", connections))
        .append(");\nendmodule\n");
  }

  /** What a port is connected to: constants in their places, so that Yosys can make use of them. */
  private static String wired(String port, String tied) {
    if (!tied.contains("0") && !tied.contains("1")) {
      return port;
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < tied.length(); i++) {
      parts.add(
          tied.charAt(i) == '-'
              ? port + "[" + (tied.length() - 1 - i) + "]"
              : "1'b" + tied.charAt(i));
    }
    return "{" + String.join(", ", parts) + "}";
  }

  /** Yosys ends a text with a blank where it would look like a number. */
  private static String literal(String value) {
    return value.matches("[01xz]+")
        ? value.length() + "'b" + value
        : "\"" + value.replaceFirst("^([01xz]*) +$", "$1") + "\"";
  }
}
