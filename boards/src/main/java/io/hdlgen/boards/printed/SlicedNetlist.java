package io.hdlgen.boards.printed;

import io.hdlgen.boards.printed.GateNetlist.Gate;
import java.util.List;

/**
 * A mapped circuit that is evaluated for many rows, 64 a word, with gates stuck if wanted.
 * Immutable, for use by any number of threads.
 *
 * <p>Functions of two inputs and fewer are computed from their algebraic normal form, {@code c0 ^
 * c1 a ^ c2 b ^ c3 a b}: no branches.
 */
public final class SlicedNetlist {
  private static final int NARROW = 2;
  private static final int COEFFICIENTS = 4;

  private final GateNetlist netlist;
  private final int[] inputs;
  private final int[] a;
  private final int[] b;
  private final int[] outputs;
  private final long[] coefficients;
  private final Gate[] wide;

  public SlicedNetlist(GateNetlist netlist) {
    this.netlist = netlist;
    inputs =
        netlist.inputs().stream()
            .flatMap(port -> port.nets().stream())
            .mapToInt(Integer::intValue)
            .toArray();
    int gates = netlist.gates().size();
    a = new int[gates];
    b = new int[gates];
    outputs = new int[gates];
    coefficients = new long[COEFFICIENTS * gates];
    wide = new Gate[gates];
    for (int g = 0; g < gates; g++) {
      compile(g, netlist.gates().get(g));
    }
  }

  private void compile(int g, Gate gate) {
    outputs[g] = gate.output();
    List<Integer> nets = gate.inputs();
    if (nets.size() > NARROW) {
      wide[g] = gate;
      return;
    }
    a[g] = nets.size() > 0 ? nets.get(0) : GateNetlist.ZERO;
    b[g] = nets.size() > 1 ? nets.get(1) : GateNetlist.ZERO;
    LogicFunction function = gate.cell().function();
    int states = function.states();
    for (int state = 0; state < COEFFICIENTS; state++) {
      // An input that is not there is always 0: what stands for its 1 is never looked at.
      coefficients[COEFFICIENTS * g + state] = function.at(state % states) ? -1L : 0;
    }
    transform(COEFFICIENTS * g);
  }

  /** From the values in the four states to the algebraic normal form (Moebius transform). */
  private void transform(int first) {
    coefficients[first + 1] ^= coefficients[first];
    coefficients[first + 3] ^= coefficients[first + 2];
    coefficients[first + 2] ^= coefficients[first];
    coefficients[first + 3] ^= coefficients[first + 1];
  }

  /** The circuit. */
  public GateNetlist netlist() {
    return netlist;
  }

  /** Number of bits of all input ports. */
  public int inputBits() {
    return inputs.length;
  }

  /**
   * The bits of an output port.
   *
   * @param rows {@code [input bits][words]}, ports in their order, the lowest bit first, a bit a
   *     row
   * @param output which output port
   * @param stuck gates with faults
   * @return {@code [bits of the port][words]}
   */
  public long[][] evaluate(long[][] rows, int words, int output, StuckGates stuck) {
    if (rows.length != inputs.length || stuck.gates() != a.length) {
      throw new IllegalArgumentException(
          "%d input bits and %d gates for a circuit of %d and %d"
              .formatted(rows.length, stuck.gates(), inputs.length, a.length));
    }
    List<Integer> port = netlist.outputs().get(output).nets();
    long[][] result = new long[port.size()][words];
    long[] values = new long[netlist.nets()];
    values[GateNetlist.ONE] = -1L;
    for (int w = 0; w < words; w++) {
      for (int i = 0; i < inputs.length; i++) {
        values[inputs[i]] = rows[i][w];
      }
      for (int g = 0; g < a.length; g++) {
        long value = wide[g] == null ? narrow(g, values) : wide(wide[g], values);
        values[outputs[g]] = stuck.output(g, value);
      }
      for (int o = 0; o < result.length; o++) {
        result[o][w] = values[port.get(o)];
      }
    }
    return result;
  }

  /**
   * What a port is in one row.
   *
   * @param planes {@code [bits][words]}, as {@link #evaluate} gives them
   */
  public static int code(long[][] planes, int row) {
    int code = 0;
    for (int b = 0; b < planes.length; b++) {
      code |= (int) (planes[b][row / Long.SIZE] >>> row & 1) << b;
    }
    return code;
  }

  private long narrow(int g, long[] values) {
    long x = values[a[g]];
    long y = values[b[g]];
    int c = COEFFICIENTS * g;
    return coefficients[c]
        ^ coefficients[c + 1] & x
        ^ coefficients[c + 2] & y
        ^ coefficients[c + 3] & x & y;
  }

  private static long wide(Gate gate, long[] values) {
    LogicFunction function = gate.cell().function();
    long result = 0;
    for (int state = 0; state < function.states(); state++) {
      if (function.at(state)) {
        long here = -1L;
        for (int i = 0; i < gate.inputs().size(); i++) {
          long value = values[gate.inputs().get(i)];
          here &= (state >> i & 1) != 0 ? value : ~value;
        }
        result |= here;
      }
    }
    return result;
  }
}
