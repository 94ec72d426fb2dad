package io.hdlgen.sim.cycle;

import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Watches that every value lies in the range of its node. Values that depend on a register which
 * has held nothing yet, or on a word of a memory that was not written, are left out: they mean
 * nothing. For tests; some ten times slower than the simulation.
 */
public final class RangeCheck {
  private final Simulator simulator;
  private final Program program;
  private final long[] state;
  private final boolean[] known;
  private final List<Watched> watched = new ArrayList<>();

  /** A node's words; {@code min} and {@code max} where they fit a single one. */
  private record Watched(
      List<Integer> path, int index, Range range, int[] places, long min, long max) {}

  /** A check of a simulator whose registers have held nothing yet. */
  public RangeCheck(Simulator simulator) {
    this.simulator = simulator;
    this.program = simulator.program();
    this.state = simulator.state();
    this.known = new boolean[state.length];
    for (int place = 0; place < program.firstRegister(); place++) {
      known[place] = true;
    }
    for (List<Integer> path : simulator.instances()) {
      List<Node> nodes = simulator.module(path).nodes();
      for (int i = 0; i < nodes.size(); i++) {
        if (!(nodes.get(i) instanceof Node.Instance)) {
          Range range = nodes.get(i).range();
          watched.add(
              new Watched(
                  path,
                  i,
                  range,
                  simulator.places(path, i),
                  range.min().longValue(),
                  range.max().longValue()));
        }
      }
    }
  }

  /**
   * To be called in each cycle between {@link Simulator#evaluate} and {@link Simulator#clock}.
   *
   * @throws IllegalStateException if a value is out of its range
   */
  public void observe(boolean reset) {
    for (Program.Run run : program.runs()) {
      for (int i = run.from(); i < run.to(); i++) {
        known[program.firstComputed() + i] = isKnown(run.operation(), i);
      }
    }
    watched.forEach(this::check);
    clock(reset);
  }

  private boolean isKnown(Operation operation, int i) {
    int a = program.a()[i];
    int b = program.b()[i];
    int c = program.c()[i];
    return switch (operation) {
      case BITS_SIGNED, BITS_UNSIGNED, TABLE -> known[a];
      case READ -> {
        Program.Memory memory = program.memories()[b];
        yield known[a] && memory.contains(state[a]) && known[memory.first() + (int) state[a]];
      }
      case MUX -> known[a] && known[state[a] != 0 ? b : c];
      case AND -> known[a] && known[b] || known[a] && state[a] == 0 || known[b] && state[b] == 0;
      case ADD_SIGNED,
          ADD_UNSIGNED,
          SUBTRACT_SIGNED,
          SUBTRACT_UNSIGNED,
          MULTIPLY_SIGNED,
          MULTIPLY_UNSIGNED,
          OR,
          XOR,
          EQUAL,
          LESS,
          GREATER_EQUAL,
          LESS_UNSIGNED ->
          known[a] && known[b];
      case GATHER -> {
        boolean all = true;
        for (int k = b; k < c; k++) {
          all &= known[program.pieces().source()[k]];
        }
        yield all;
      }
    };
  }

  private void check(Watched node) {
    for (int place : node.places) {
      if (!known[place]) {
        return;
      }
    }
    boolean inside;
    if (node.places.length == 1) {
      long value = state[node.places[0]];
      inside = node.min <= value && value <= node.max;
    } else {
      inside = node.range.contains(value(node));
    }
    if (!inside) {
      throw new IllegalStateException(
          "cycle %d, module %s, node %d, %s: %s is not in %s"
              .formatted(
                  simulator.cycle(),
                  simulator.module(node.path).name(),
                  node.index,
                  simulator.module(node.path).node(node.index).origin().describe(),
                  value(node),
                  node.range));
    }
  }

  private BigInteger value(Watched node) {
    return simulator.probe(node.path, node.index).value();
  }

  private void clock(boolean reset) {
    boolean[] next = new boolean[program.next().length];
    for (Program.Group group : program.groups()) {
      boolean always = group.enable() < 0;
      boolean moves = always || state[group.enable()] != 0;
      boolean sure = always || known[group.enable()];
      for (int i = group.from(); i < group.to(); i++) {
        next[i] = sure && known[moves ? program.next()[i] : program.firstRegister() + i];
      }
    }
    for (Program.Memory memory : program.memories()) {
      write(memory);
    }
    System.arraycopy(next, 0, known, program.firstRegister(), next.length);
    if (reset) {
      for (int place : program.resetPlaces()) {
        known[place] = true;
      }
    }
  }

  /** A write of which it is not known whether, or where to, may have hit every word. */
  private void write(Program.Memory memory) {
    boolean sure = known[memory.enable()];
    if (sure && state[memory.enable()] == 0) {
      return;
    }
    long address = state[memory.address()];
    if (!sure || !known[memory.address()]) {
      Arrays.fill(known, memory.first(), memory.first() + memory.depth(), false);
    } else if (memory.contains(address)) {
      known[memory.first() + (int) address] = known[memory.data()];
    }
  }
}
