package io.hdlgen.explore.polish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.hdlgen.boards.printed.PrintedTechnology;
import io.hdlgen.explore.logic.CircuitCosts;
import io.hdlgen.explore.logic.CircuitFigures;
import io.hdlgen.explore.logic.Circuits;
import io.hdlgen.explore.logic.LabelledBits;
import io.hdlgen.explore.logic.LogicCircuit;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ABC changes no function, and makes no circuit dearer. */
class AbcPolishTest {
  private static final int INPUTS = 6;

  @TempDir Path folder;

  @BeforeEach
  void needAbc() {
    boolean there =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, AbcPolish.PROGRAM)));
    if (!there && Boolean.getBoolean("require.tools")) {
      fail("no " + AbcPolish.PROGRAM);
    }
    if (!there) {
      abort("skipped: no " + AbcPolish.PROGRAM);
    }
  }

  @Test
  void sameFunctionAndNoDearer() {
    Random random = new Random(4);
    LabelledBits rows = Circuits.bits(random, 8, 100, INPUTS, 0);
    int smaller = 0;
    for (PrintedTechnology technology :
        List.of(
            Circuits.technology("egfet_1v0"),
            Circuits.technology("cnt_3v0"),
            Circuits.norOnly("egfet_1v0"))) {
      CircuitCosts costs = new CircuitCosts(technology);
      AbcPolish polish = new AbcPolish(costs, folder);
      for (int round = 0; round < 4; round++) {
        double powerMm2 = round % 2;
        LogicCircuit circuit = Circuits.random(random, INPUTS, 6 + 10 * round, 3, costs.kinds());
        LogicCircuit polished = polish.polish(circuit, powerMm2, rows);
        for (int r = 0; r < 1 << INPUTS; r++) {
          boolean[] row = new boolean[INPUTS];
          for (int i = 0; i < INPUTS; i++) {
            row[i] = (r >> i & 1) != 0;
          }
          assertThat(Circuits.code(polished, row)).isEqualTo(Circuits.code(circuit, row));
        }
        assertThat(polished.gates()).allMatch(gate -> costs.kinds().contains(gate.kind()));
        double before = price(circuit.compact(), powerMm2, rows, costs);
        double after = price(polished, powerMm2, rows, costs);
        assertThat(after).isLessThanOrEqualTo(before);
        smaller += after < before ? 1 : 0;
      }
    }
    assertThat(smaller).isGreaterThan(2);
  }

  private static double price(
      LogicCircuit circuit, double powerMm2, LabelledBits rows, CircuitCosts costs) {
    CircuitFigures figures = CircuitFigures.of(circuit, rows, costs);
    return 100 * figures.totalCm2() + powerMm2 * figures.totalMw();
  }

  /** Nothing is left to be mapped. */
  @Test
  void noGates() {
    CircuitCosts costs = new CircuitCosts(Circuits.technology("egfet_1v0"));
    LogicCircuit wire = new LogicCircuit(2, List.of(), List.of(1, 3));
    LabelledBits rows = Circuits.bits(new Random(1), 4, 10, 2, 0);
    assertThat(new AbcPolish(costs, folder).polish(wire, 0, rows)).isEqualTo(wire);
  }
}
