package io.hdlgen.explore.logic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A combinational circuit of gates.
 *
 * <p>Signals are numbered: the inputs from 0 on, then the constant 0, the constant 1, and the gates
 * in order; a gate takes signals of lower numbers only.
 *
 * @param inputs number of inputs
 * @param gates in topological order
 * @param outputs a signal each, the lowest bit of the class code first
 */
public record LogicCircuit(int inputs, List<Gate> gates, List<Integer> outputs) {
  /** Signals between the inputs and the first gate: the two constants. */
  public static final int CONSTANTS = 2;

  public LogicCircuit {
    gates = List.copyOf(gates);
    outputs = List.copyOf(outputs);
    for (int g = 0; g < gates.size(); g++) {
      int own = inputs + CONSTANTS + g;
      check(gates.get(g).a(), own);
      check(gates.get(g).b(), own);
    }
    int signals = inputs + CONSTANTS + gates.size();
    outputs.forEach(output -> check(output, signals));
  }

  private static void check(int signal, int limit) {
    if (signal < 0 || signal >= limit) {
      throw new IllegalArgumentException("signal " + signal + " is not below " + limit);
    }
  }

  /** The signal of a constant. */
  public int constant(boolean one) {
    return inputs + (one ? 1 : 0);
  }

  /** The signal of a gate. */
  public int signal(int gate) {
    return inputs + CONSTANTS + gate;
  }

  /** Which signals some output depends on, {@code [signals]}. */
  public boolean[] live() {
    boolean[] live = new boolean[inputs + CONSTANTS + gates.size()];
    outputs.forEach(output -> live[output] = true);
    for (int g = gates.size() - 1; g >= 0; g--) {
      if (live[signal(g)]) {
        live[gates.get(g).a()] = true;
        live[gates.get(g).b()] = true;
      }
    }
    return live;
  }

  /** The same without gates that no output depends on. */
  public LogicCircuit compact() {
    boolean[] live = live();
    int[] number = new int[live.length];
    Arrays.setAll(number, signal -> signal);
    List<Gate> kept = new ArrayList<>();
    for (int g = 0; g < gates.size(); g++) {
      if (live[signal(g)]) {
        Gate gate = gates.get(g);
        number[signal(g)] = inputs + CONSTANTS + kept.size();
        kept.add(new Gate(gate.kind(), number[gate.a()], number[gate.b()]));
      }
    }
    return new LogicCircuit(inputs, kept, outputs.stream().map(output -> number[output]).toList());
  }

  /**
   * Every signal for many rows at once.
   *
   * @param rows {@code [inputs][words]}, a bit a row
   * @return {@code [signals][words]}
   */
  public long[][] evaluate(long[][] rows, int words) {
    long[][] values = new long[inputs + CONSTANTS + gates.size()][];
    System.arraycopy(rows, 0, values, 0, inputs);
    values[constant(false)] = new long[words];
    values[constant(true)] = new long[words];
    Arrays.fill(values[constant(true)], -1L);
    for (int g = 0; g < gates.size(); g++) {
      Gate gate = gates.get(g);
      long[] a = values[gate.a()];
      long[] b = values[gate.b()];
      long[] result = new long[words];
      for (int w = 0; w < words; w++) {
        result[w] = gate.kind().apply(a[w], b[w]);
      }
      values[signal(g)] = result;
    }
    return values;
  }
}
