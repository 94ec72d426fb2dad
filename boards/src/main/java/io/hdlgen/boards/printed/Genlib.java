package io.hdlgen.boards.printed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * A library in the form that ABC's mappers read. Constants are free and there need be no buffer: a
 * wire does what either would.
 */
public final class Genlib {
  private Genlib() {}

  /**
   * @param cost what the mapper is to make small, above 0
   * @param allowed which cells it may use
   */
  public static String of(
      CellLibrary library, ToDoubleFunction<Cell> cost, Predicate<Cell> allowed) {
    StringBuilder text = new StringBuilder();
    text.append("GATE _const0_ 0 Y=CONST0;\nGATE _const1_ 0 Y=CONST1;\n");
    for (Cell cell : library.cells()) {
      if (allowed.test(cell)) {
        text.append(
            String.format(
                Locale.ROOT,
                "GATE %s %.4f %s=%s; PIN * UNKNOWN 1 999 1 0 1 0%n",
                cell.name(),
                cost.applyAsDouble(cell),
                cell.output(),
                expression(cell)));
      }
    }
    return text.toString().replace("\r\n", "\n");
  }

  /** The function as a sum of the states in which it is 1. */
  private static String expression(Cell cell) {
    List<String> terms = new ArrayList<>();
    for (int state = 0; state < cell.function().states(); state++) {
      if (cell.function().at(state)) {
        List<String> factors = new ArrayList<>();
        for (int i = 0; i < cell.inputs().size(); i++) {
          factors.add(((state >> i & 1) != 0 ? "" : "!") + cell.inputs().get(i).name());
        }
        terms.add("(" + String.join("*", factors) + ")");
      }
    }
    return String.join("+", terms);
  }
}
