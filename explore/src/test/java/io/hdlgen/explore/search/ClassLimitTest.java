package io.hdlgen.explore.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.explore.logic.Gate;
import io.hdlgen.explore.logic.GateKind;
import io.hdlgen.explore.logic.LogicCircuit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Codes beyond the last class. */
class ClassLimitTest {
  private static final List<GateKind> KINDS = List.of(GateKind.INV, GateKind.NAND);

  /** Wires, so that the code is the number that the inputs are. */
  private static LogicCircuit wires(int bits) {
    return new LogicCircuit(bits, List.of(), IntStream.range(0, bits).boxed().toList());
  }

  private static int code(LogicCircuit circuit, int number) {
    long[][] inputs = new long[circuit.inputs()][1];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i][0] = number >> i & 1;
    }
    long[][] values = circuit.evaluate(inputs, 1);
    int code = 0;
    for (int b = 0; b < circuit.outputs().size(); b++) {
      code |= (int) (values[circuit.outputs().get(b)][0] & 1) << b;
    }
    return code;
  }

  @Test
  void becomeTheLastClass() {
    for (int classes = 2; classes <= 16; classes++) {
      int bits = Integer.SIZE - Integer.numberOfLeadingZeros(classes - 1);
      LogicCircuit limited = ClassLimit.of(wires(bits), classes, KINDS);
      for (int number = 0; number < 1 << bits; number++) {
        assertThat(code(limited, number)).isEqualTo(Math.min(number, classes - 1));
      }
    }
  }

  @Test
  void leavesCircuitsAloneThatNeverTellThem() {
    assertThat(ClassLimit.of(wires(2), 4, KINDS)).isEqualTo(wires(2));
    // The higher bit is 1 only where the lower one is 0.
    LogicCircuit never =
        new LogicCircuit(
            2, List.of(new Gate(GateKind.NAND, 0, 1), new Gate(GateKind.INV, 4, 4)), List.of(5, 2));
    assertThat(ClassLimit.of(never, 3, KINDS)).isEqualTo(never);
  }

  @Test
  void mendsCircuitsThatAreTooWideToTry() {
    LogicCircuit wide =
        new LogicCircuit(
            20,
            IntStream.range(0, 19)
                .mapToObj(i -> new Gate(GateKind.NAND, i == 0 ? 0 : 21 + i, i + 1))
                .toList(),
            List.of(0, 1, 40));
    LogicCircuit limited = ClassLimit.of(wide, 5, KINDS);
    for (int number : new int[] {0, 1, 2, 3, 0xFFFFF, 0x7FFFF, 0xFFFFD}) {
      assertThat(code(limited, number)).isEqualTo(Math.min(code(wide, number), 4));
    }
  }
}
