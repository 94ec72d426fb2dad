package io.hdlgen.explore.logic;

import io.hdlgen.boards.printed.Cell;
import io.hdlgen.boards.printed.FrontEnd;
import io.hdlgen.boards.printed.PrintedTechnology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What gates and comparators of a printed technology cost, in whole numbers, so that sums do not
 * depend on their order.
 */
public final class CircuitCosts {
  private static final double PW_PER_NW = 1e3;
  private static final double PW_PER_MW = 1e9;
  private static final double UM2_PER_CM2 = 1e8;

  private static final int KINDS = GateKind.values().length;

  private final List<GateKind> kinds;
  private final long[][] staticPw = new long[KINDS][];
  private final long[] areaUm2 = new long[KINDS];
  private final long comparatorUm2;
  private final long comparatorPw;

  public CircuitCosts(PrintedTechnology technology) {
    List<GateKind> found = new ArrayList<>();
    for (GateKind kind : GateKind.values()) {
      List<String> names = kind.inputs() == 1 ? List.of("a") : List.of("a", "b");
      Optional<Cell> cell = technology.library().smallest(kind.expression(), names);
      if (cell.isPresent()) {
        found.add(kind);
        areaUm2[kind.ordinal()] = Math.round(cell.get().areaUm2());
        staticPw[kind.ordinal()] = states(cell.get());
      }
    }
    kinds = List.copyOf(found);
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
    return kinds;
  }

  /** Area in square micrometres. */
  public long areaUm2(GateKind kind) {
    return areaUm2[kind.ordinal()];
  }

  /**
   * Static power in picowatts, summed over rows.
   *
   * @param onesA rows in which the first input is 1
   * @param onesB rows in which the second is; not looked at if there is one input
   * @param ones rows in which the output is 1
   */
  long staticPw(GateKind kind, int onesA, int onesB, int ones, int rows) {
    long[] states = staticPw[kind.ordinal()];
    if (kind.inputs() == 1) {
      return onesA * states[1] + (rows - onesA) * states[0];
    }
    int both =
        switch (kind) {
          case NAND -> rows - ones;
          case AND -> ones;
          case NOR -> onesA + onesB - (rows - ones);
          case OR -> onesA + onesB - ones;
          case XOR -> (onesA + onesB - ones) / 2;
          default -> (onesA + onesB - (rows - ones)) / 2;
        };
    int onlyA = onesA - both;
    int onlyB = onesB - both;
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
