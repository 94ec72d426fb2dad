package io.hdlgen.boards.printed;

import io.hdlgen.boards.printed.GateNetlist.Gate;
import io.hdlgen.boards.printed.GateNetlist.PortNets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the gates of a circuit do over rows of inputs: how often each is in each state, and how
 * often nets change from a row to the next. 64 rows are evaluated at a time, a bit each.
 */
public final class GateActivity {
  private static final int WORD = 64;

  private final GateNetlist netlist;
  private final long rows;
  private final List<long[]> states = new ArrayList<>();
  private final long[] toggles;
  private final long[] values;
  private final boolean[] last;

  private GateActivity(GateNetlist netlist, long rows) {
    this.netlist = netlist;
    this.rows = rows;
    toggles = new long[netlist.nets()];
    values = new long[netlist.nets()];
    last = new boolean[netlist.nets()];
    netlist.gates().forEach(gate -> states.add(new long[gate.cell().function().states()]));
  }

  /**
   * @param inputs {@code [row][port]}: the value of each input port, in the order of the netlist's
   *     inputs; of negative numbers the low bits count
   */
  public static GateActivity of(GateNetlist netlist, long[][] inputs) {
    if (inputs.length == 0) {
      throw new IllegalArgumentException("no rows");
    }
    GateActivity activity = new GateActivity(netlist, inputs.length);
    for (int first = 0; first < inputs.length; first += WORD) {
      activity.evaluate(inputs, first, Math.min(WORD, inputs.length - first));
    }
    return activity;
  }

  private void evaluate(long[][] inputs, int first, int count) {
    long mask = count == WORD ? -1 : (1L << count) - 1;
    values[GateNetlist.ZERO] = 0;
    values[GateNetlist.ONE] = -1;
    for (int p = 0; p < netlist.inputs().size(); p++) {
      PortNets port = netlist.inputs().get(p);
      for (int b = 0; b < port.nets().size(); b++) {
        long word = 0;
        for (int r = 0; r < count; r++) {
          word |= (inputs[first + r][p] >>> b & 1) << r;
        }
        values[port.nets().get(b)] = word;
      }
    }
    for (int g = 0; g < netlist.gates().size(); g++) {
      evaluate(netlist.gates().get(g), states.get(g), mask);
    }
    for (int net = 0; net < values.length; net++) {
      long previous = values[net] << 1 | (last[net] ? 1 : 0);
      long compared = first == 0 ? mask & ~1L : mask;
      toggles[net] += Long.bitCount((values[net] ^ previous) & compared);
      last[net] = (values[net] >>> (count - 1) & 1) != 0;
    }
  }

  private void evaluate(Gate gate, long[] counts, long mask) {
    LogicFunction function = gate.cell().function();
    long output = 0;
    for (int state = 0; state < counts.length; state++) {
      long here = -1;
      for (int i = 0; i < gate.inputs().size(); i++) {
        long value = values[gate.inputs().get(i)];
        here &= (state >> i & 1) != 0 ? value : ~value;
      }
      counts[state] += Long.bitCount(here & mask);
      if (function.at(state)) {
        output |= here;
      }
    }
    values[gate.output()] = output;
  }

  /** The number of rows. */
  public long rows() {
    return rows;
  }

  /** The rows in which a gate is in each state, gates counted in the netlist's order. */
  public long[] states(int gate) {
    return states.get(gate).clone();
  }

  /** How often a net changes from a row to the next. */
  public long toggles(int net) {
    return toggles[net];
  }

  /** The values of an output port in the last row. */
  long lastOutput(int port) {
    long value = 0;
    List<Integer> nets = netlist.outputs().get(port).nets();
    for (int b = 0; b < nets.size(); b++) {
      value |= (last[nets.get(b)] ? 1L : 0) << b;
    }
    return value;
  }
}
