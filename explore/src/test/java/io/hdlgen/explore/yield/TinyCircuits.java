package io.hdlgen.explore.yield;

import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.boards.printed.Cell;
import io.hdlgen.boards.printed.GateNetlist;
import io.hdlgen.boards.printed.GateNetlist.Gate;
import io.hdlgen.boards.printed.GateNetlist.PortNets;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.Rounding;
import java.util.List;
import java.util.Random;

/** A classifier of two features of 2 bits in three gates, and rows for it. */
public final class TinyCircuits {
  /** Grid of both features: codes 0 to 3 at 0, 1, 2, 3. */
  public static final List<InputFeature> FEATURES =
      List.of(
          InputFeature.filling("acid", 2, Encoding.UNSIGNED, 1, 0, Rounding.FLOOR),
          InputFeature.filling("salt", 2, Encoding.UNSIGNED, 1, 0, Rounding.FLOOR));

  private TinyCircuits() {}

  /**
   * Nets: acid 2 (low) 3 (high), salt 4 5. class 0 = !(acid1 * salt1), class 1 = !class0 ^ acid0.
   */
  public static GateNetlist netlist() {
    return new GateNetlist(
        "tiny",
        9,
        List.of(new PortNets("acid_i", List.of(2, 3)), new PortNets("salt_i", List.of(4, 5))),
        List.of(new PortNets("score_0_o", List.of(8)), new PortNets("class_o", List.of(6, 8))),
        List.of(
            new Gate("u0", cell("NAND2X1"), List.of(3, 5), 6),
            new Gate("u1", cell("INVX1"), List.of(6), 7),
            new Gate("u2", cell("XOR2X1"), List.of(7, 2), 8)));
  }

  /** The class of a row of codes, with gates stuck at 0 or 1, or null. */
  public static int classOf(int acid, int salt, Integer[] stuck) {
    int u0 = stuck[0] != null ? stuck[0] : 1 - (acid >> 1 & salt >> 1);
    int u1 = stuck[1] != null ? stuck[1] : 1 - u0;
    int u2 = stuck[2] != null ? stuck[2] : u1 ^ acid & 1;
    return u0 + 2 * u2;
  }

  /** Real values from below the lowest level to above the highest. */
  public static double[][] values(int rows) {
    Random random = new Random(5);
    double[][] values = new double[rows][2];
    for (double[] row : values) {
      row[0] = 5 * random.nextDouble() - 0.5;
      row[1] = 5 * random.nextDouble() - 0.5;
    }
    return values;
  }

  /** Labels that the circuit tells in most rows; some are no code that it can give. */
  public static int[] labels(double[][] values) {
    int[] labels = new int[values.length];
    for (int r = 0; r < labels.length; r++) {
      labels[r] =
          r % 7 == 3
              ? 5
              : classOf(code(values[r][0]), code(values[r][1]), new Integer[3])
                  ^ (r % 11 == 4 ? 1 : 0);
    }
    return labels;
  }

  /** The code of a real value. */
  public static int code(double value) {
    return (int) Math.max(0, Math.min(3, Math.floor(value)));
  }

  /** The circuit on so many rows. */
  public static TrialCircuit trial(int rows) {
    double[][] values = values(rows);
    return new TrialCircuit(netlist(), "class_o", FEATURES, values, labels(values));
  }

  private static Cell cell(String name) {
    return TargetCatalogue.builtIn()
        .find("egfet_1v0")
        .printed()
        .orElseThrow()
        .library()
        .cell(name)
        .orElseThrow();
  }
}
