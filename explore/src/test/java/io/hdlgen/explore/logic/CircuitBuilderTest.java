package io.hdlgen.explore.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every function of three inputs or constants, of every set of cells. */
class CircuitBuilderTest {
  private static final int INPUTS = 3;
  private static final int SIGNALS = INPUTS + LogicCircuit.CONSTANTS;

  @Test
  void truthTables() {
    int sets = 0;
    for (int set = 0; set < 1 << GateKind.values().length; set++) {
      List<GateKind> kinds = new ArrayList<>();
      for (GateKind kind : GateKind.values()) {
        if ((set >> kind.ordinal() & 1) != 0) {
          kinds.add(kind);
        }
      }
      if (kinds.contains(GateKind.INV)
          && (kinds.contains(GateKind.NAND) || kinds.contains(GateKind.NOR))) {
        sets++;
        check(kinds);
      } else {
        assertThatThrownBy(() -> new CircuitBuilder(INPUTS, kinds))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
    assertThat(sets).isEqualTo(48);
  }

  private static void check(List<GateKind> kinds) {
    for (int a = 0; a < SIGNALS; a++) {
      for (int b = 0; b < SIGNALS; b++) {
        for (int c = 0; c < SIGNALS; c++) {
          CircuitBuilder builder = new CircuitBuilder(INPUTS, kinds);
          LogicCircuit circuit =
              builder.build(
                  List.of(
                      builder.not(a),
                      builder.nand(a, b),
                      builder.and(a, b),
                      builder.or(a, b),
                      builder.mux(c, a, b),
                      builder.not(builder.not(a))));
          assertThat(circuit.gates()).allMatch(gate -> kinds.contains(gate.kind()));
          assertThat(circuit.gates()).doesNotHaveDuplicates();
          for (int row = 0; row < 1 << INPUTS; row++) {
            boolean x = value(row, a);
            boolean y = value(row, b);
            boolean chosen = value(row, c) ? y : x;
            boolean[] expected = {!x, !(x && y), x && y, x || y, chosen, x};
            int code = 0;
            for (int o = 0; o < expected.length; o++) {
              code |= expected[o] ? 1 << o : 0;
            }
            boolean[] inputs = {value(row, 0), value(row, 1), value(row, 2)};
            assertThat(Circuits.code(circuit, inputs))
                .as("%s of %d, %d, %d in row %d", kinds, a, b, c, row)
                .isEqualTo(code);
          }
        }
      }
    }
  }

  private static boolean value(int row, int signal) {
    return signal < INPUTS ? (row >> signal & 1) != 0 : signal == INPUTS + 1;
  }

  @Test
  void equalGatesOnce() {
    CircuitBuilder builder =
        new CircuitBuilder(2, List.of(GateKind.INV, GateKind.NAND, GateKind.NOR));
    assertThat(builder.nand(0, 1)).isEqualTo(builder.nand(1, 0));
    int unused = builder.or(0, 1);
    assertThat(builder.build(List.of(builder.and(0, 1))).gates()).hasSize(2);
    assertThat(builder.build(List.of(builder.and(0, 1), unused)).gates()).hasSize(5);
  }
}
