package io.hdlgen.explore.polish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.hdlgen.boards.printed.PrintedTechnology;
import io.hdlgen.explore.logic.CircuitBuilder;
import io.hdlgen.explore.logic.CircuitCosts;
import io.hdlgen.explore.logic.CircuitFigures;
import io.hdlgen.explore.logic.Circuits;
import io.hdlgen.explore.logic.LabelledBits;
import io.hdlgen.explore.logic.LogicCircuit;
import io.hdlgen.flow.folder.OutputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ABC changes no function, and makes wasteful circuits cheaper. */
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
  void sameFunctionAndCheaper() {
    Random random = new Random(4);
    LabelledBits rows = Circuits.bits(random, 8, 100, INPUTS, 0);
    for (PrintedTechnology technology :
        List.of(
            Circuits.technology("egfet_1v0"),
            Circuits.technology("cnt_3v0"),
            Circuits.norOnly("egfet_1v0"))) {
      CircuitCosts costs = new CircuitCosts(technology);
      AbcPolish polish = new AbcPolish(costs, folder);
      for (int round = 0; round < 2; round++) {
        double powerMm2 = 0.5 * round;
        LogicCircuit circuit = table(random, 3 + round, costs);
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
        assertThat(after).isLessThan(before);
      }
    }
  }

  /** Random functions of the first inputs, as trees of multiplexers, which is wasteful. */
  private static LogicCircuit table(Random random, int read, CircuitCosts costs) {
    CircuitBuilder builder = new CircuitBuilder(INPUTS, costs.kinds());
    List<Integer> outputs = new ArrayList<>();
    for (int o = 0; o < 3; o++) {
      outputs.add(tree(random, read, builder));
    }
    return builder.build(outputs);
  }

  private static int tree(Random random, int read, CircuitBuilder builder) {
    if (read == 0) {
      return builder.constant(random.nextBoolean());
    }
    return builder.mux(read - 1, tree(random, read - 1, builder), tree(random, read - 1, builder));
  }

  private static double price(
      LogicCircuit circuit, double powerMm2, LabelledBits rows, CircuitCosts costs) {
    CircuitFigures figures = CircuitFigures.of(circuit, rows, costs);
    return 100 * figures.totalCm2() + powerMm2 * figures.totalMw();
  }

  /** Whatever ABC makes of small circuits, or whether it gives up on them. */
  @Test
  void nothingDearer() {
    Random random = new Random(4);
    CircuitCosts costs = new CircuitCosts(Circuits.technology("egfet_1v0"));
    LabelledBits rows = Circuits.bits(random, 4, 100, INPUTS, 0);
    for (int gates = 1; gates < 4; gates++) {
      LogicCircuit circuit = Circuits.random(random, INPUTS, gates, 2, costs.kinds()).compact();
      LogicCircuit polished = new AbcPolish(costs, folder).polish(circuit, 1, rows);
      assertThat(price(polished, 1, rows, costs))
          .isLessThanOrEqualTo(price(circuit, 1, rows, costs));
    }
  }

  /** Nothing is left to be mapped. */
  @Test
  void noGates() {
    CircuitCosts costs = new CircuitCosts(Circuits.technology("egfet_1v0"));
    LogicCircuit wire = new LogicCircuit(2, List.of(), List.of(1, 3));
    LabelledBits rows = Circuits.bits(new Random(1), 4, 10, 2, 0);
    assertThat(new AbcPolish(costs, folder).polish(wire, 0, rows)).isEqualTo(wire);
  }

  /** A program that takes too long is no reason to end a search. */
  @Test
  void aScriptThatTakesTooLongIsLeftOut() throws IOException {
    CircuitCosts costs = new CircuitCosts(Circuits.technology("egfet_1v0"));
    LogicCircuit circuit = table(new Random(4), 3, costs).compact();
    LabelledBits rows = Circuits.bits(new Random(4), 8, 100, INPUTS, 0);
    AbcPolish polish =
        new AbcPolish(costs, folder, program("exec sleep 20"), Duration.ofMillis(50));
    assertThat(polish.polish(circuit, 0, rows)).isEqualTo(circuit);
    assertThat(polish.notes()).hasSize(1);
    assertThat(polish.notes().get(0)).contains("took longer than");
  }

  /** Nothing that a program says is believed. */
  @Test
  void anotherFunctionIsNotTaken() throws IOException {
    CircuitCosts costs = new CircuitCosts(Circuits.technology("egfet_1v0"));
    LogicCircuit circuit = table(new Random(4), 3, costs).compact();
    LabelledBits rows = Circuits.bits(new Random(4), 8, 100, INPUTS, 0);
    String wrong =
        "printf '.model c\\n.names i0 o0\\n1 1\\n.names i0 o1\\n1 1\\n.names i0 o2\\n1 1\\n' > out.blif";
    AbcPolish polish = new AbcPolish(costs, folder, program(wrong), Duration.ofSeconds(20));
    assertThat(polish.polish(circuit, 0, rows)).isEqualTo(circuit);
    assertThat(polish.notes()).anyMatch(note -> note.contains("changed what a circuit does"));
  }

  /** Inputs that no labelled row tells apart, few and many. */
  @Test
  void functionsAreComparedBeyondTheRows() {
    for (int inputs : new int[] {3, 20}) {
      LabelledBits rows = Circuits.bits(new Random(4), 2, 1, inputs, 0);
      LogicCircuit one = new LogicCircuit(inputs, List.of(), List.of(0));
      CircuitBuilder builder =
          new CircuitBuilder(inputs, new CircuitCosts(Circuits.technology("egfet_1v0")).kinds());
      int both = 0;
      for (int i = 0; i < inputs; i++) {
        both = i < 16 ? builder.and(both, i) : both;
      }
      LogicCircuit other = builder.build(List.of(both));
      assertThat(SameFunction.seems(one, one, rows)).isTrue();
      assertThat(SameFunction.seems(one, other, rows)).isFalse();
    }
  }

  @Test
  void filesThatCannotBeWrittenAreSaidSo() {
    CircuitCosts costs = new CircuitCosts(Circuits.technology("egfet_1v0"));
    LogicCircuit circuit = table(new Random(4), 3, costs).compact();
    LabelledBits rows = Circuits.bits(new Random(4), 8, 100, INPUTS, 0);
    AbcPolish polish = new AbcPolish(costs, folder.resolve("none"));
    assertThatThrownBy(() -> polish.polish(circuit, 0, rows))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("no such folder");
  }

  private String program(String script) throws IOException {
    Path file = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file.toString();
  }
}
