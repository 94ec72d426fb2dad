package io.hdlgen.boards.printed;

import java.util.ArrayList;
import java.util.List;

/** Verilog models of cells: what each computes, without its delay. */
public final class CellModels {
  private CellModels() {}

  /** One module a cell, in the order of the library. */
  public static String of(CellLibrary library) {
    StringBuilder text = new StringBuilder("`default_nettype none\n");
    for (Cell cell : library.cells()) {
      text.append("\nmodule ").append(cell.name()).append(" (\n");
      for (Cell.Pin pin : cell.inputs()) {
        text.append("    input  wire ").append(pin.name()).append(",\n");
      }
      text.append("    output wire ").append(cell.output()).append("\n);\n");
      text.append("  assign ").append(cell.output()).append(" = ");
      text.append(expression(cell)).append(";\nendmodule\n");
    }
    return text.append("\n`default_nettype wire\n").toString();
  }

  private static String expression(Cell cell) {
    List<String> terms = new ArrayList<>();
    for (int state = 0; state < cell.function().states(); state++) {
      if (cell.function().at(state)) {
        List<String> factors = new ArrayList<>();
        for (int i = 0; i < cell.inputs().size(); i++) {
          factors.add(((state >> i & 1) != 0 ? "" : "~") + cell.inputs().get(i).name());
        }
        terms.add(factors.isEmpty() ? "1'b1" : "(" + String.join(" & ", factors) + ")");
      }
    }
    return terms.isEmpty() ? "1'b0" : String.join(" | ", terms);
  }
}
