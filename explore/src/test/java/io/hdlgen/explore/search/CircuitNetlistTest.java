package io.hdlgen.explore.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hdlgen.boards.printed.Mapping;
import io.hdlgen.boards.printed.PrintedCircuit;
import io.hdlgen.boards.printed.PrintedTechnology;
import io.hdlgen.explore.logic.CircuitCosts;
import io.hdlgen.explore.logic.CircuitFigures;
import io.hdlgen.explore.logic.Circuits;
import io.hdlgen.explore.logic.InputLevels;
import io.hdlgen.explore.logic.LabelledBits;
import io.hdlgen.explore.logic.LogicCircuit;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What annealing takes a circuit to cost is what its cells cost. */
class CircuitNetlistTest {
  private static final InputLevels LEVELS = new InputLevels(3, 3);
  private static final List<String> NAMES = List.of("one", "two", "three");

  @ParameterizedTest
  @ValueSource(strings = {"egfet_1v0", "egfet_0v6", "cnt_3v0"})
  void figures(String target) {
    PrintedTechnology technology = Circuits.technology(target);
    CircuitCosts costs = new CircuitCosts(technology);
    Random random = new Random(6);
    for (int round = 0; round < 30; round++) {
      LogicCircuit circuit =
          Circuits.random(random, LEVELS.inputs(), 1 + random.nextInt(40), 2, costs.kinds())
              .compact();
      long[][] codes = new long[70 + round][];
      for (int r = 0; r < codes.length; r++) {
        codes[r] = random.longs(LEVELS.features(), 0, 8).toArray();
      }
      boolean[][] rows = Arrays.stream(codes).map(LEVELS::encode).toArray(boolean[][]::new);
      CircuitFigures figures =
          CircuitFigures.of(circuit, new LabelledBits(4, new int[rows.length], rows, rows), costs);
      PrintedCircuit printed =
          PrintedCircuit.of(
              Mapping.all().get(0),
              CircuitNetlist.of(circuit, LEVELS, NAMES, technology.library()),
              CircuitNetlist.rows(circuit, LEVELS, codes),
              technology,
              Set.copyOf(NAMES));
      assertThat(figures.gates())
          .isEqualTo(printed.netlist().gates().size())
          .isEqualTo(circuit.gates().size());
      // Areas of cells are rounded to a square micrometre, powers to a picowatt.
      assertThat(figures.areaUm2() / 1e8)
          .isCloseTo(printed.netlist().areaCm2(), within(1e-8 * circuit.gates().size() + 1e-12));
      assertThat(figures.staticPw() / 1e9)
          .isCloseTo(printed.power().staticMw(), within(1e-9 * circuit.gates().size() + 1e-12));
      assertThat(figures.comparators()).isEqualTo((int) printed.converters().comparators());
      double converterCm2 = printed.converterAreaCm2().orElse(0.0);
      double converterMw = printed.converterPowerMw().orElse(0.0);
      assertThat(figures.comparatorUm2() / 1e8).isCloseTo(converterCm2, within(1e-7));
      assertThat(figures.comparatorPw() / 1e9).isCloseTo(converterMw, within(1e-7));
      assertThat(figures.totalCm2())
          .isCloseTo(printed.netlist().areaCm2() + converterCm2, within(1e-6));
      assertThat(figures.totalMw())
          .isCloseTo(printed.power().staticMw() + converterMw, within(1e-6));
    }
  }
}
