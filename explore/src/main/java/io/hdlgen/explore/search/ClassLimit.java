package io.hdlgen.explore.search;

import io.hdlgen.explore.logic.CircuitBuilder;
import io.hdlgen.explore.logic.CircuitCosts;
import io.hdlgen.explore.logic.GateKind;
import io.hdlgen.explore.logic.InputPatterns;
import io.hdlgen.explore.logic.LabelledBits;
import io.hdlgen.explore.logic.LastClass;
import io.hdlgen.explore.logic.LogicCircuit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Mends codes beyond the last class: they become the last class. A network means them so, and its
 * hardware has the gates for it; without them, a circuit would be cheaper than what is printed.
 */
public final class ClassLimit {
  /** Circuits that read more are mended without a look at whether they need it. */
  private static final int MOST_INPUTS = 14;

  private ClassLimit() {}

  /**
   * The circuit that tells class {@code min(code, classes - 1)}: the same if it never tells more.
   *
   * @param kinds gates that there are cells for
   */
  public static LogicCircuit of(LogicCircuit circuit, int classes, List<GateKind> kinds) {
    int last = classes - 1;
    List<Integer> code = circuit.outputs();
    if (last == (1 << code.size()) - 1 || !mayBeBeyond(circuit, last)) {
      return circuit;
    }
    CircuitBuilder builder = CircuitBuilder.of(circuit, kinds);
    int beyond = circuit.constant(false);
    for (int b = 0; b < code.size(); b++) {
      beyond =
          (last >> b & 1) == 0 ? builder.or(code.get(b), beyond) : builder.and(code.get(b), beyond);
    }
    List<Integer> outputs = new ArrayList<>();
    for (int b = 0; b < code.size(); b++) {
      outputs.add(
          (last >> b & 1) == 0
              ? builder.and(code.get(b), builder.not(beyond))
              : builder.or(code.get(b), beyond));
    }
    return builder.build(outputs);
  }

  /** The area of the gates that it takes, in square micrometres; 0 if every code is a class. */
  public static long areaUm2(int classes, CircuitCosts costs) {
    int bits = LabelledBits.codeBits(classes);
    LogicCircuit wires =
        new LogicCircuit(bits, List.of(), IntStream.range(0, bits).boxed().toList());
    return of(wires, classes, costs.kinds()).gates().stream()
        .mapToLong(gate -> costs.areaUm2(gate.kind()))
        .sum();
  }

  /** Whether some inputs lead beyond the last class; true if there are too many to try. */
  private static boolean mayBeBeyond(LogicCircuit circuit, int last) {
    boolean[] live = Arrays.copyOf(circuit.live(), circuit.inputs());
    if (IntStream.range(0, live.length).filter(i -> live[i]).count() > MOST_INPUTS) {
      return true;
    }
    InputPatterns all = InputPatterns.all(live);
    long[][] values = circuit.evaluate(all.bits(), all.words());
    long[][] code = circuit.outputs().stream().map(output -> values[output]).toArray(long[][]::new);
    return IntStream.range(0, all.words())
        .anyMatch(word -> (LastClass.beyond(code, word, last) & all.mask(word)) != 0);
  }
}
