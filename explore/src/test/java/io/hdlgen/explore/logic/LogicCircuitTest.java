package io.hdlgen.explore.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogicCircuitTest {
  private static final int INPUTS = 6;

  /** 64 rows at a time as row by row; leaving unused gates out changes nothing. */
  @Test
  void evaluatesAndCompacts() {
    Random random = new Random(2);
    for (int round = 0; round < 50; round++) {
      LogicCircuit circuit = Circuits.random(random, INPUTS, 15, 2, List.of(GateKind.values()));
      LogicCircuit compact = circuit.compact();
      assertThat(compact.gates()).hasSizeLessThanOrEqualTo(15);
      for (int g = 0; g < compact.gates().size(); g++) {
        assertThat(compact.live()[compact.signal(g)]).isTrue();
      }
      long[][] rows = new long[INPUTS][1];
      for (int r = 0; r < 1 << INPUTS; r++) {
        for (int i = 0; i < INPUTS; i++) {
          rows[i][0] |= (long) (r >> i & 1) << r;
        }
      }
      long[][] values = circuit.evaluate(rows, 1);
      for (int r = 0; r < 1 << INPUTS; r++) {
        boolean[] row = new boolean[INPUTS];
        for (int i = 0; i < INPUTS; i++) {
          row[i] = (r >> i & 1) != 0;
        }
        int code = 0;
        for (int o = 0; o < 2; o++) {
          code |= (int) (values[circuit.outputs().get(o)][0] >>> r & 1) << o;
        }
        assertThat(code)
            .isEqualTo(Circuits.code(circuit, row))
            .isEqualTo(Circuits.code(compact, row));
      }
    }
  }

  @Test
  void refusesLoops() {
    assertThatThrownBy(
            () -> new LogicCircuit(1, List.of(new Gate(GateKind.NAND, 0, 3)), List.of(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("signal 3 is not below 3");
    assertThatThrownBy(() -> new LogicCircuit(1, List.of(), List.of(3)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Gate(GateKind.INV, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void levels() {
    InputLevels levels = new InputLevels(3, 2);
    assertThat(levels.inputs()).isEqualTo(9);
    for (int input = 0; input < 9; input++) {
      assertThat(levels.input(levels.feature(input), levels.level(input))).isEqualTo(input);
    }
    assertThat(levels.encode(new long[] {0, 2, 3}))
        .containsExactly(false, false, false, true, true, false, true, true, true);
    assertThat(levels.neighbour(3, true)).isEqualTo(4);
    assertThat(levels.neighbour(3, false)).isEqualTo(3);
    assertThat(levels.neighbour(5, true)).isEqualTo(5);
    assertThat(levels.neighbour(8, true)).isEqualTo(8);
    assertThat(levels.neighbour(0, false)).isZero();
  }
}
