package io.hdlgen.flow.equivalence;

import io.hdlgen.flow.equivalence.CellNetlist.Cell;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * A technology's lookup table: there are so many, each with contents of its own, that they are not
 * asked of Yosys one by one.
 *
 * @param types names of the cell, each ending with its number of inputs
 */
record LutCell(List<String> types, String parameter, List<String> ports, String result) {
  private static final List<LutCell> ALL =
      List.of(
          new LutCell(List.of("SB_LUT4"), "LUT_INIT", List.of("I0", "I1", "I2", "I3"), "O"),
          new LutCell(List.of("LUT4"), "INIT", List.of("A", "B", "C", "D"), "Z"),
          new LutCell(
              List.of("LUT1", "LUT2", "LUT3", "LUT4"),
              "INIT",
              List.of("I0", "I1", "I2", "I3"),
              "F"),
          new LutCell(
              List.of("LUT1", "LUT2", "LUT3", "LUT4", "LUT5", "LUT6"),
              "INIT",
              List.of("I0", "I1", "I2", "I3", "I4", "I5"),
              "O"));

  /** The lookup table that a cell is; null if it is none. */
  static LutCell of(Cell cell) {
    return ALL.stream()
        .filter(
            lut ->
                lut.types.contains(cell.type())
                    && cell.connections().containsKey(lut.result)
                    && cell.connections().containsKey(lut.ports.get(0))
                    && cell.parameters().containsKey(lut.parameter))
        .findFirst()
        .orElse(null);
  }

  int output(Cell cell) {
    return cell.connections().get(result)[0];
  }

  /**
   * Nets, the one of least weight first.
   *
   * @param undefined makes a net that nothing drives, for an input that is not connected
   */
  int[] inputs(Cell cell, IntSupplier undefined) {
    return ports.stream()
        .limit(size(cell))
        .mapToInt(
            port -> {
              int[] nets = cell.connections().getOrDefault(port, new int[0]);
              return nets.length == 0 ? undefined.getAsInt() : nets[0];
            })
        .toArray();
  }

  /** The number of inputs, which is the last digit of the cell's name. */
  private static int size(Cell cell) {
    return Character.digit(cell.type().charAt(cell.type().length() - 1), 10);
  }

  /** Binary digits, the one for all inputs 0 last. */
  String mask(Cell cell) {
    String mask = cell.parameters().get(parameter);
    int length = 1 << size(cell);
    char[] padding = new char[Math.max(0, length - mask.length())];
    Arrays.fill(padding, '0');
    String padded = new String(padding) + mask;
    return padded.substring(padded.length() - length);
  }
}
