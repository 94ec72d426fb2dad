package io.hdlgen.boards.printed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What circuits do, take and cost, against calculations by hand and gate by gate. */
class PrintedMeasuresTest {
  /** y = !(x0 * x1), z = !y. */
  private static GateNetlist two() {
    return new NetlistJson()
        .input("x_i", 2, 3)
        .output("z_o", 5)
        .cell("nand", "NAND", "A1", 2, "A2", 3, "Y", 4)
        .cell("inv", "INV", "A", 4, "Y", 5)
        .read();
  }

  @Test
  void countsStatesAndChanges() {
    GateActivity activity = GateActivity.of(two(), new long[][] {{0}, {3}, {3}, {1}, {2}});
    assertThat(activity.rows()).isEqualTo(5);
    assertThat(activity.states(0)).containsExactly(1, 1, 1, 2);
    assertThat(activity.states(1)).containsExactly(2, 3);
    int output = two().gates().get(1).output();
    assertThat(activity.toggles(output)).isEqualTo(2);
    assertThat(activity.lastOutput(0)).isZero();
  }

  @Test
  void weighsPowerByState() {
    PowerEstimate power =
        PowerEstimate.of(
            two(), GateActivity.of(two(), new long[][] {{0}, {3}, {3}, {1}, {2}}), 2.0);
    double nand = (1 + 2 + 3 + 2 * 4000) / 5.0;
    double inv = (2 * 10 + 3 * 1000) / 5.0;
    assertThat(power.staticMw()).isCloseTo((nand + inv) * 1e-6, within(1e-12));
    // Half the capacitance times 2 V squared: x0 (2 pF) is 0 1 1 1 0 and changes twice, x1 (3 pF)
    // is
    // 0 1 1 0 1 and changes three times, the NAND's output (4 pF) twice; inside, the NAND and the
    // inverter change twice each.
    double picojoules = 2 * (2 * 2 + 3 * 3 + 2 * 4) + 2 * 16 + 2 * 8;
    assertThat(power.dynamicMw()).isCloseTo(picojoules / 4 * 5 * 1e-9, within(1e-15));
  }

  @Test
  void oneRowHasNoChanges() {
    PowerEstimate power = PowerEstimate.of(two(), GateActivity.of(two(), new long[][] {{3}}), 2.0);
    assertThat(power.dynamicMw()).isZero();
    assertThat(power.staticMw()).isCloseTo(4010e-6, within(1e-12));
  }

  @Test
  void followsEdgesThroughInvertingGates() {
    // The NAND falls at 50 + 2 * 4 and rises at 200 + 5 * 4; the inverter rises 100 after its
    // input has fallen, and falls 20 after it has risen.
    CriticalPath path = CriticalPath.of(two());
    assertThat(path.ms()).isCloseTo(Math.max(58 + 100, 220 + 20) * 1e-6, within(1e-12));
    assertThat(path.lowMs()).isCloseTo(240e-6 * 0.7, within(1e-12));
    assertThat(path.highMs()).isCloseTo(240e-6 * 1.3, within(1e-12));
  }

  @Test
  void delaysAreNeverNegative() {
    assertThat(new Cell.Delay(-5, 1).at(2)).isZero();
  }

  /** Random circuits over rows that do not fill the last word, against a gate at a time. */
  @Test
  void agreesWithOneRowAtATime() {
    Random random = new Random(7);
    for (int count : new int[] {1, 63, 64, 65, 200}) {
      NetlistJson json = new NetlistJson().input("a_i", 2, 3, 4).input("b_i", 5, 6);
      List<Object> nets = new ArrayList<>(List.of(2, 3, 4, 5, 6, "0", "1"));
      for (int g = 0; g < 40; g++) {
        Object one = nets.get(random.nextInt(nets.size()));
        Object other = nets.get(random.nextInt(nets.size()));
        int out = 7 + g;
        switch (random.nextInt(3)) {
          case 0 -> json.cell("g" + g, "INV", "A", one, "Y", out);
          case 1 -> json.cell("g" + g, "NAND", "A1", one, "A2", other, "Y", out);
          default -> json.cell("g" + g, "XOR", "A1", one, "A2", other, "Y", out);
        }
        nets.add(out);
      }
      GateNetlist netlist = json.output("y_o", nets.subList(40, 47).toArray()).read();
      long[][] rows = new long[count][];
      for (int r = 0; r < count; r++) {
        rows[r] = new long[] {random.nextInt(8), random.nextInt(4)};
      }
      compare(netlist, rows);
    }
  }

  private static void compare(GateNetlist netlist, long[][] rows) {
    GateActivity activity = GateActivity.of(netlist, rows);
    long[][] states = new long[netlist.gates().size()][4];
    long[] toggles = new long[netlist.nets()];
    boolean[] previous = null;
    for (long[] row : rows) {
      boolean[] values = new boolean[netlist.nets()];
      values[GateNetlist.ONE] = true;
      for (int p = 0; p < row.length; p++) {
        List<Integer> nets = netlist.inputs().get(p).nets();
        for (int b = 0; b < nets.size(); b++) {
          values[nets.get(b)] = (row[p] >> b & 1) != 0;
        }
      }
      for (int g = 0; g < netlist.gates().size(); g++) {
        GateNetlist.Gate gate = netlist.gates().get(g);
        int state = 0;
        for (int i = 0; i < gate.inputs().size(); i++) {
          state |= (values[gate.inputs().get(i)] ? 1 : 0) << i;
        }
        states[g][state]++;
        values[gate.output()] = gate.cell().function().at(state);
      }
      for (int n = 0; previous != null && n < values.length; n++) {
        toggles[n] += values[n] != previous[n] ? 1 : 0;
      }
      previous = values;
    }
    for (int g = 0; g < states.length; g++) {
      long[] found = activity.states(g);
      assertThat(found).isEqualTo(Arrays.copyOf(states[g], found.length));
    }
    for (int n = 0; n < toggles.length; n++) {
      assertThat(activity.toggles(n)).isEqualTo(toggles[n]);
    }
  }
}
