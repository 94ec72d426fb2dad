package io.hdlgen.explore.polish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.explore.logic.Circuits;
import io.hdlgen.explore.logic.Gate;
import io.hdlgen.explore.logic.GateKind;
import io.hdlgen.explore.logic.LogicCircuit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlifTest {
  private static final LogicCircuit CIRCUIT =
      new LogicCircuit(
          2,
          List.of(
              new Gate(GateKind.NAND, 0, 1),
              new Gate(GateKind.INV, 4, 4),
              new Gate(GateKind.XOR, 5, 3)),
          List.of(6, 0, 2));

  @Test
  void whatIsWritten() {
    assertThat(Blif.write(CIRCUIT))
        .isEqualTo(
            """
            .model circuit
            .inputs i0 i1
            .outputs o0 o1 o2
            .names zero
            .names one
            1
            .names i0 i1 g4
            00 1
            10 1
            01 1
            .names g4 g5
            0 1
            .names g5 one g6
            10 1
            01 1
            .names g6 o0
            1 1
            .names i0 o1
            1 1
            .names zero o2
            1 1
            .end
            """);
  }

  @Test
  void whatAbcWrites() {
    String text =
        """
        # Benchmark "circuit" written by ABC
        .model circuit
        .inputs i0 i1
        .outputs o0 o1 o2
        .gate NAND  a=i0 b=i1 y=n5
        .gate INV   a=n5 \\
          y=n6
        .gate _const1_ y=k
        .gate XOR   a=n6 b=k y=o0
        .gate _const0_ y=o2
        .names i0 o1
        1 1
        .end
        """;
    assertThat(Blif.read(text, 2, 3)).isEqualTo(CIRCUIT);
    for (String bad :
        List.of(
            text.replace("y=n5", "y=n7"),
            text.replace("INV ", "AOI21 "),
            text.replace("_const0_ y=o2", "_const0_ y=o3"),
            text.replace("a=i0", "a=i2"))) {
      assertThatThrownBy(() -> Blif.read(bad, 2, 3))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** The tables that are written, as covers, are the gates' functions. */
  @Test
  void covers() {
    Random random = new Random(1);
    for (int round = 0; round < 100; round++) {
      LogicCircuit circuit = Circuits.random(random, 4, 12, 3, List.of(GateKind.values()));
      String mapped = mapped(Blif.write(circuit));
      LogicCircuit read = Blif.read(mapped, 4, 3);
      assertThat(read.gates()).isEqualTo(circuit.gates());
      assertThat(read.outputs()).isEqualTo(circuit.outputs());
    }
  }

  /** Covers of gates as instances of the cells that have them. */
  private static String mapped(String text) {
    StringBuilder result = new StringBuilder();
    for (String table : text.split("(?=\\.names)")) {
      String[] lines = table.split("\n");
      String[] words = lines[0].split(" ");
      if (!words[words.length - 1].matches("g\\d+|zero|one")) {
        result.append(table);
        continue;
      }
      if (words.length == 2) {
        result.append(
            words[1].equals("one") ? ".gate _const1_ y=one\n" : ".gate _const0_ y=zero\n");
        continue;
      }
      int ones = 0;
      for (int l = 1; l < lines.length; l++) {
        ones |=
            1
                << Integer.parseInt(
                    new StringBuilder(lines[l].split(" ")[0]).reverse().toString(), 2);
      }
      for (GateKind kind : GateKind.values()) {
        boolean inverter = kind.inputs() == 1;
        if (inverter == (words.length == 3) && (kind.table() & (inverter ? 3 : 15)) == ones) {
          result.append(".gate ").append(kind).append(" a=").append(words[1]);
          result.append(inverter ? "" : " b=" + words[2]);
          result.append(" y=").append(words[words.length - 1]).append('\n');
        }
      }
    }
    return result.toString();
  }
}
