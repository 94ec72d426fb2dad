package io.hdlgen.explore.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.explore.logic.Circuits;
import io.hdlgen.explore.logic.GateKind;
import io.hdlgen.explore.logic.InputLevels;
import io.hdlgen.explore.logic.LogicCircuit;
import io.hdlgen.explore.tree.CodeTable;
import io.hdlgen.explore.tree.DecisionTree;
import io.hdlgen.explore.tree.GrowthOptions;
import io.hdlgen.explore.tree.TreeGrowth;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A tree's circuit tells what the tree tells, on every code there is. */
class TreeCircuitTest {
  private static final InputLevels LEVELS = new InputLevels(3, 2);

  @Test
  void sameClasses() {
    Random random = new Random(5);
    List<List<GateKind>> cells =
        List.of(
            List.of(GateKind.INV, GateKind.NOR),
            List.of(GateKind.INV, GateKind.NAND),
            List.of(GateKind.values()));
    for (int round = 0; round < 60; round++) {
      int classes = 2 + random.nextInt(5);
      long[][] codes = new long[80][];
      for (int r = 0; r < codes.length; r++) {
        codes[r] = random.longs(LEVELS.features(), 0, 4).toArray();
      }
      CodeTable table =
          CodeTable.of(
              codes,
              Collections.nCopies(LEVELS.features(), LEVELS.bits()),
              random.ints(codes.length, 0, classes).toArray(),
              classes);
      DecisionTree tree =
          TreeGrowth.grow(table, table.allRows(), GrowthOptions.leaves(1 + random.nextInt(30)));
      LogicCircuit circuit = TreeCircuit.of(tree, LEVELS, classes, cells.get(round % cells.size()));
      for (int code = 0; code < 64; code++) {
        long[] row = {code & 3, code >> 2 & 3, code >> 4};
        assertThat(Circuits.code(circuit, LEVELS.encode(row)))
            .as("%s at %d", tree, code)
            .isEqualTo(tree.classify(row));
      }
    }
  }
}
