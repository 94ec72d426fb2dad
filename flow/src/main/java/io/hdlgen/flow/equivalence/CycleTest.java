package io.hdlgen.flow.equivalence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Runs a machine on 64 random stimuli at once, from a reset on. Each bit of an input is 1 in half
 * of the cycles; undefined bits are 0.
 */
final class CycleTest {
  private static final String RESET = "rst_i";
  private static final int RESET_CYCLES = 2;

  private final Aig aig;
  private final Machine machine;
  private final Random random;
  private final long[] values;
  private long cycles;

  CycleTest(Aig aig, Machine machine, long seed) {
    this.aig = aig;
    this.machine = machine;
    this.random = new Random(seed);
    this.values = new long[aig.size()];
  }

  /** Looks at a settled cycle. */
  interface Watcher {
    /** Gets one word a node; false ends the run. */
    boolean watch(long[] values);
  }

  /** Simulated cycles, all stimuli together. */
  long cycles() {
    return cycles;
  }

  /** Runs from the start. Registers hold 0 at first, or what they are said to hold. */
  void run(int length, Watcher watcher) {
    Arrays.fill(values, 0);
    for (Machine.State state : machine.states()) {
      set(state.current(), state.initial() == 1 ? -1 : 0);
    }
    for (int cycle = 0; cycle < length; cycle++) {
      boolean reset = cycle < RESET_CYCLES;
      for (Map.Entry<String, int[]> input : machine.inputs().entrySet()) {
        for (int literal : input.getValue()) {
          set(literal, input.getKey().equals(RESET) ? (reset ? -1 : 0) : random.nextLong());
        }
      }
      aig.evaluate(values);
      cycles += Long.SIZE;
      if (!watcher.watch(values)) {
        return;
      }
      List<Long> next = new ArrayList<>();
      machine.states().forEach(state -> next.add(Aig.word(values, state.next())));
      for (int i = 0; i < next.size(); i++) {
        set(machine.states().get(i).current(), next.get(i));
      }
    }
  }

  private void set(int literal, long word) {
    // A literal of an input: never complemented, and never a constant.
    if (aig.isInput(literal >>> 1)) {
      values[literal >>> 1] = word ^ -(literal & 1L);
    }
  }
}
