package io.hdlgen.explore.logic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Makes the last class of codes that are greater, where a circuit can give such codes. */
public final class CodeLimit {
  /** Circuits that read more levels are taken to give every code. */
  private static final int MOST_READ = 16;

  private final int classes;
  private final List<GateKind> kinds;

  /**
   * The limit of so many classes.
   *
   * @param kinds gates that there are cells for
   */
  public CodeLimit(int classes, List<GateKind> kinds) {
    this.classes = classes;
    this.kinds = List.copyOf(kinds);
  }

  /** The area of the gates that it takes, in square micrometres; 0 if every code is a class. */
  public long areaUm2(CircuitCosts costs) {
    int bits = LabelledBits.codeBits(classes);
    LogicCircuit raw = new LogicCircuit(bits, List.of(), IntStream.range(0, bits).boxed().toList());
    return limited(raw).gates().stream().mapToLong(gate -> costs.areaUm2(gate.kind())).sum();
  }

  /** The circuit with the limit, or as it is if no pattern of its inputs exceeds the last class. */
  public LogicCircuit apply(LogicCircuit circuit) {
    return exceeds(circuit) ? limited(circuit) : circuit.compact();
  }

  private boolean exceeds(LogicCircuit circuit) {
    if (1 << LabelledBits.codeBits(classes) == classes) {
      return false;
    }
    boolean[] live = circuit.live();
    int[] read = IntStream.range(0, circuit.inputs()).filter(i -> live[i]).toArray();
    if (read.length > MOST_READ) {
      return true;
    }
    int patterns = 1 << read.length;
    int words = Math.max(1, patterns / Long.SIZE);
    long[][] inputs = new long[circuit.inputs()][words];
    for (int pattern = 0; pattern < words * Long.SIZE; pattern++) {
      for (int i = 0; i < read.length; i++) {
        inputs[read[i]][pattern / Long.SIZE] |= (long) (pattern >> i & 1) << pattern;
      }
    }
    long[][] values = circuit.evaluate(inputs, words);
    for (int pattern = 0; pattern < patterns; pattern++) {
      int code = 0;
      for (int b = 0; b < circuit.outputs().size(); b++) {
        long word = values[circuit.outputs().get(b)][pattern / Long.SIZE];
        code |= (int) (word >>> pattern & 1) << b;
      }
      if (code >= classes) {
        return true;
      }
    }
    return false;
  }

  private LogicCircuit limited(LogicCircuit circuit) {
    CircuitBuilder builder = new CircuitBuilder(circuit.inputs(), kinds);
    List<Integer> code = builder.add(circuit);
    int last = classes - 1;
    int atLeast = builder.constant(true);
    for (int b = 0; b < code.size(); b++) {
      // From the lowest bit up: whether the bits so far are at least those of the last class.
      atLeast =
          (last >> b & 1) != 0
              ? builder.and(code.get(b), atLeast)
              : builder.or(code.get(b), atLeast);
    }
    List<Integer> outputs = new ArrayList<>();
    for (int b = 0; b < code.size(); b++) {
      outputs.add(
          (last >> b & 1) != 0
              ? builder.or(code.get(b), atLeast)
              : builder.and(code.get(b), builder.not(atLeast)));
    }
    return builder.build(outputs);
  }
}
