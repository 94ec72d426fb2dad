package io.hdlgen.explore.logic;

import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.boards.printed.CellLibrary;
import io.hdlgen.boards.printed.PrintedTechnology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Random circuits and rows, and technologies for them. */
public final class Circuits {
  private Circuits() {}

  /** A technology of the catalogue. */
  public static PrintedTechnology technology(String target) {
    return TargetCatalogue.builtIn().find(target).printed().orElseThrow();
  }

  /** A technology of the catalogue of which only the inverter and NOR are left. */
  public static PrintedTechnology norOnly(String target) {
    PrintedTechnology whole = technology(target);
    CellLibrary library = whole.library();
    return whole.withLibrary(
        new CellLibrary(
            "nor",
            library.supplyVolts(),
            List.of(
                library.smallest(GateKind.INV.expression(), List.of("a")).orElseThrow(),
                library.smallest(GateKind.NOR.expression(), List.of("a", "b")).orElseThrow()),
            Map.of()));
  }

  /** A circuit that reads any signals; some gates may be of no use. */
  public static LogicCircuit random(
      Random random, int inputs, int gates, int outputs, List<GateKind> kinds) {
    List<Gate> made = new ArrayList<>();
    for (int g = 0; g < gates; g++) {
      GateKind kind = kinds.get(random.nextInt(kinds.size()));
      int below = inputs + LogicCircuit.CONSTANTS + g;
      int a = random.nextInt(below);
      made.add(new Gate(kind, a, kind.inputs() == 1 ? a : random.nextInt(below)));
    }
    int signals = inputs + LogicCircuit.CONSTANTS + gates;
    return new LogicCircuit(
        inputs,
        made,
        IntStream.range(0, outputs).map(o -> random.nextInt(signals)).boxed().toList());
  }

  /** Rows of random bits. */
  public static boolean[][] rows(Random random, int rows, int inputs) {
    boolean[][] result = new boolean[rows][inputs];
    for (boolean[] row : result) {
      for (int i = 0; i < inputs; i++) {
        row[i] = random.nextBoolean();
      }
    }
    return result;
  }

  /** Random rows of random classes. */
  public static LabelledBits bits(
      Random random, int classes, int rows, int inputs, int unlabelled) {
    return new LabelledBits(
        classes,
        IntStream.range(0, rows).map(r -> random.nextInt(classes)).toArray(),
        rows(random, rows, inputs),
        rows(random, unlabelled, inputs));
  }

  /** The code that a circuit gives a row, gate by gate by its truth table. */
  public static int code(LogicCircuit circuit, boolean[] row) {
    boolean[] values =
        new boolean[circuit.inputs() + LogicCircuit.CONSTANTS + circuit.gates().size()];
    System.arraycopy(row, 0, values, 0, circuit.inputs());
    values[circuit.constant(true)] = true;
    for (int g = 0; g < circuit.gates().size(); g++) {
      Gate gate = circuit.gates().get(g);
      int state = (values[gate.a()] ? 1 : 0) + (values[gate.b()] ? 2 : 0);
      values[circuit.signal(g)] = (gate.kind().table() >> state & 1) != 0;
    }
    int code = 0;
    for (int o = 0; o < circuit.outputs().size(); o++) {
      code |= values[circuit.outputs().get(o)] ? 1 << o : 0;
    }
    return code;
  }
}
