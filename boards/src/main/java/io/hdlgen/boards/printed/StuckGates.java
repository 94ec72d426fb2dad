package io.hdlgen.boards.printed;

import java.util.Arrays;

/**
 * Gates of a circuit whose outputs do not follow their inputs: the single stuck-at fault model
 * (Eldred, "Test Routines Based on Symbolic Logical Statements", Journal of the ACM 6, 1959), with
 * any number of faults at a time.
 */
public final class StuckGates {
  private final long[] kept;
  private final long[] set;

  /**
   * No fault.
   *
   * @param gates number of gates
   */
  public StuckGates(int gates) {
    kept = new long[gates];
    set = new long[gates];
    Arrays.fill(kept, -1L);
  }

  /**
   * Sticks the output of a gate at a value. A gate that is stuck already stays as it is: two faults
   * at one place are those of the first.
   */
  public void stick(int gate, boolean one) {
    if (!isStuck(gate)) {
      kept[gate] = 0;
      set[gate] = one ? -1L : 0;
    }
  }

  /** Whether the gate is stuck. */
  public boolean isStuck(int gate) {
    return kept[gate] == 0;
  }

  /** What comes out of a gate that should give this, for 64 rows. */
  long output(int gate, long value) {
    return value & kept[gate] | set[gate];
  }

  int gates() {
    return kept.length;
  }
}
