package io.hdlgen.flow.equivalence;

import java.util.List;
import java.util.Map;

/**
 * A module as Yosys writes it: cells and single-bit nets. Nets are numbers from 2; {@link #ZERO}
 * and {@link #ONE} are constants, negative ones are undefined bits.
 *
 * @param names the nets of every wire that has a name of its own, lowest bit first
 */
record CellNetlist(Map<String, Port> ports, List<Cell> cells, Map<String, int[]> names) {
  static final int ZERO = 0;
  static final int ONE = 1;

  /** Nets of a port, lowest bit first. */
  record Port(boolean input, int[] bits) {}

  /**
   * An instance.
   *
   * @param parameters as Yosys writes them: binary digits, or text
   * @param connections nets by port, lowest bit first
   */
  record Cell(
      String name, String type, Map<String, String> parameters, Map<String, int[]> connections) {
    int number(String parameter) {
      String bits = parameters.get(parameter);
      return bits.replaceAll("[01]", "").isEmpty() && bits.length() <= 40
          ? (int) Long.parseLong(bits, 2)
          : -1;
    }
  }

  /** The highest net there is. */
  int last() {
    int last = ONE;
    for (Port port : ports.values()) {
      last = max(last, port.bits());
    }
    for (Cell cell : cells) {
      for (int[] bits : cell.connections().values()) {
        last = max(last, bits);
      }
    }
    for (int[] bits : names.values()) {
      last = max(last, bits);
    }
    return last;
  }

  private static int max(int start, int[] bits) {
    int max = start;
    for (int bit : bits) {
      max = Math.max(max, bit);
    }
    return max;
  }
}
