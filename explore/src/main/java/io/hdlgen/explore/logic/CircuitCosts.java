package io.hdlgen.explore.logic;

import io.hdlgen.boards.printed.Cell;
import io.hdlgen.boards.printed.FrontEnd;
import io.hdlgen.boards.printed.PrintedTechnology;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What gates and comparators of a printed technology cost, in whole numbers, so that sums do not
 * depend on their order.
 */
public final class CircuitCosts {
  private static final double PW_PER_NW = 1e3;
  private static final double PW_PER_MW = 1e9;
  private static final double UM2_PER_CM2 = 1e8;

  private final Map<GateKind, long[]> staticPw = new EnumMap<>(GateKind.class);
  private final Map<GateKind, Long> areaUm2 = new EnumMap<>(GateKind.class);
  private final long comparatorUm2;
  private final long comparatorPw;

  public CircuitCosts(PrintedTechnology technology) {
    for (GateKind kind : GateKind.values()) {
      List<String> names = kind.inputs() == 1 ? List.of("a") : List.of("a", "b");
      Optional<Cell> cell = technology.library().smallest(kind.expression(), names);
      if (cell.isPresent()) {
        areaUm2.put(kind, Math.round(cell.get().areaUm2()));
        staticPw.put(kind, states(cell.get()));
      }
    }
    Optional<FrontEnd> frontEnd = technology.frontEnd();
    comparatorUm2 = Math.round(frontEnd.map(FrontEnd::comparatorCm2).orElse(0.0) * UM2_PER_CM2);
    comparatorPw = Math.round(frontEnd.map(FrontEnd::comparatorMw).orElse(0.0) * PW_PER_MW);
  }

  private static long[] states(Cell cell) {
    long[] power = new long[4];
    for (int state = 0; state < power.length; state++) {
      int own = state & (cell.function().states() - 1);
      power[state] = Math.round(cell.staticNw().get(own) * PW_PER_NW);
    }
    return power;
  }

  /** The kinds for which there is a cell, in the order of the enumeration. */
  public List<GateKind> kinds() {
    return new ArrayList<>(areaUm2.keySet());
  }

  /** Area in square micrometres. */
  public long areaUm2(GateKind kind) {
    return areaUm2.get(kind);
  }

  /**
   * Static power in picowatts, summed over rows.
   *
   * @param a the first input in each row, a bit a row
   * @param b the second; not looked at if there is one input
   * @param last the last word that holds rows
   * @param lastMask the rows in it
   */
  long staticPw(GateKind kind, long[] a, long[] b, int rows, int last, long lastMask) {
    long[] states = staticPw.get(kind);
    int onesA = BitLoops.count(a, last, lastMask);
    if (kind.inputs() == 1) {
      return onesA * states[1] + (rows - onesA) * states[0];
    }
    int both = BitLoops.countBoth(a, b, last, lastMask);
    int onlyA = onesA - both;
    int onlyB = BitLoops.count(b, last, lastMask) - both;
    return both * states[3]
        + onlyA * states[1]
        + onlyB * states[2]
        + (rows - both - onlyA - onlyB) * states[0];
  }

  /** Area of the comparator of a level, in square micrometres; 0 if none is published. */
  public long comparatorUm2() {
    return comparatorUm2;
  }

  /** Power of the comparator of a level, in picowatts; 0 if none is published. */
  public long comparatorPw() {
    return comparatorPw;
  }
}
