package io.hdlgen.explore.polish;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.explore.logic.Gate;
import io.hdlgen.explore.logic.GateKind;
import io.hdlgen.explore.logic.LogicCircuit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Outputs that ABC joins to inputs without a gate. */
class BareWireTest {
  @Test
  void isRead() {
    String text =
        ".model m\n.inputs i0 i1\n.outputs o0 o1\n.barbuf i1 o0\n.gate NAND a=i0 b=i1 y=o1\n.end\n";
    assertThat(Blif.read(text, 2, 2))
        .isEqualTo(new LogicCircuit(2, List.of(new Gate(GateKind.NAND, 0, 1)), List.of(1, 4)));
  }
}
