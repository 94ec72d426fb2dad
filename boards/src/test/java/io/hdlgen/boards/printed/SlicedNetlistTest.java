package io.hdlgen.boards.printed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Circuits with stuck gates, 64 rows at a time, against one row and one gate at a time. */
class SlicedNetlistTest {
  private static final int INPUTS = 5;
  private static final int GATES = 40;

  private static final Cell CONSTANT =
      new Cell(
          "TIE",
          1,
          List.of(),
          "Y",
          LogicFunction.parse("1", List.of()),
          List.of(1.0),
          new Cell.Delay(0, 0),
          new Cell.Delay(0, 0),
          0);

  private static final Cell MUX =
      new Cell(
          "MUX",
          1,
          List.of(new Cell.Pin("S", 1), new Cell.Pin("A", 1), new Cell.Pin("B", 1)),
          "Y",
          LogicFunction.parse("S*A+!S*B", List.of("S", "A", "B")),
          List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
          new Cell.Delay(0, 0),
          new Cell.Delay(0, 0),
          0);

  @Test
  void agreesWithOneRowAndOneGateAtATime() {
    Random random = new Random(11);
    for (int trial = 0; trial < 20; trial++) {
      GateNetlist netlist = randomNetlist(random);
      int words = 1 + random.nextInt(3);
      long[][] rows = new long[INPUTS][words];
      for (long[] plane : rows) {
        for (int w = 0; w < words; w++) {
          plane[w] = random.nextLong();
        }
      }
      Boolean[] faults = new Boolean[GATES];
      for (int f = 0; f < trial % 4; f++) {
        faults[random.nextInt(GATES)] = random.nextBoolean();
      }
      StuckGates stuck = new StuckGates(GATES);
      for (int g = 0; g < GATES; g++) {
        if (faults[g] != null) {
          stuck.stick(g, faults[g]);
        }
      }
      long[][] found = new SlicedNetlist(netlist).evaluate(rows, words, 0, stuck);
      for (int r = 0; r < 64 * words; r++) {
        boolean[] values = plain(netlist, rows, r, faults);
        List<Integer> port = netlist.outputs().get(0).nets();
        for (int o = 0; o < port.size(); o++) {
          assertThat((found[o][r / 64] >>> r & 1) != 0).isEqualTo(values[port.get(o)]);
        }
      }
    }
  }

  private static GateNetlist randomNetlist(Random random) {
    List<Cell> cells =
        List.of(CONSTANT, SmallLibrary.INV, SmallLibrary.NAND, SmallLibrary.XOR, MUX);
    List<GateNetlist.Gate> gates = new ArrayList<>();
    for (int g = 0; g < GATES; g++) {
      int net = 2 + INPUTS + g;
      Cell cell = cells.get(random.nextInt(cells.size()));
      List<Integer> inputs = cell.inputs().stream().map(pin -> random.nextInt(net)).toList();
      gates.add(new GateNetlist.Gate("g" + g, cell, inputs, net));
    }
    return new GateNetlist(
        "top",
        2 + INPUTS + GATES,
        List.of(
            new GateNetlist.PortNets("a_i", List.of(2, 3)),
            new GateNetlist.PortNets("b_i", List.of(4, 5, 6))),
        List.of(new GateNetlist.PortNets("y_o", List.of(1 + INPUTS + GATES, 3, INPUTS + GATES, 1))),
        gates);
  }

  private static boolean[] plain(GateNetlist netlist, long[][] rows, int row, Boolean[] faults) {
    boolean[] values = new boolean[netlist.nets()];
    values[GateNetlist.ONE] = true;
    for (int i = 0; i < INPUTS; i++) {
      values[2 + i] = (rows[i][row / 64] >>> row % 64 & 1) != 0;
    }
    for (int g = 0; g < GATES; g++) {
      GateNetlist.Gate gate = netlist.gates().get(g);
      int state = 0;
      for (int i = 0; i < gate.inputs().size(); i++) {
        state += values[gate.inputs().get(i)] ? 1 << i : 0;
      }
      values[gate.output()] = faults[g] != null ? faults[g] : gate.cell().function().at(state);
    }
    return values;
  }

  @Test
  void readsARow() {
    assertThat(SlicedNetlist.code(new long[][] {{0, 4}, {0, 0}, {-1, 6}}, 66)).isEqualTo(5);
    assertThat(SlicedNetlist.code(new long[][] {{0, 4}, {0, 0}, {-1, 6}}, 0)).isEqualTo(4);
  }

  @Test
  void theFirstFaultOfAGateStays() {
    StuckGates stuck = new StuckGates(2);
    stuck.stick(1, false);
    stuck.stick(1, true);
    assertThat(stuck.output(1, -1)).isZero();
    assertThat(stuck.isStuck(0)).isFalse();
    assertThat(stuck.output(0, 5)).isEqualTo(5);
  }

  @Test
  void refusesRowsOfAnotherCircuit() {
    SlicedNetlist sliced = new SlicedNetlist(randomNetlist(new Random(1)));
    assertThatThrownBy(() -> sliced.evaluate(new long[2][1], 1, 0, new StuckGates(GATES)))
        .hasMessageContaining("2 input bits and 40 gates for a circuit of 5 and 40");
  }

  @Test
  void takesCellsOfAnotherSupply() {
    GateNetlist netlist =
        new NetlistJson().input("a_i", 2).output("y_o", 3).cell("g", "INV", "A", 2, "Y", 3).read();
    Cell weak =
        new Cell(
            "INV",
            7,
            SmallLibrary.INV.inputs(),
            "Y",
            SmallLibrary.INV.function(),
            List.of(1.0, 2.0),
            SmallLibrary.INV.rise(),
            SmallLibrary.INV.fall(),
            1);
    CellLibrary other = new CellLibrary("weak", 0.5, List.of(weak), Map.of());
    assertThat(netlist.of(other).gates().get(0).cell()).isEqualTo(weak);
    CellLibrary lacking = new CellLibrary("lacking", 0.5, List.of(MUX), Map.of());
    assertThatThrownBy(() -> netlist.of(lacking))
        .hasMessage("library lacking has no INV of the same function");
  }
}
