package io.hdlgen.hdl.folding;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * What made layers wait, wait by wait: each wait names the place in an inference where it happened
 * and the wait that set the time of what was waited for.
 */
final class WaitChain {
  /** What was set by no wait. */
  static final int NONE = -1;

  private static final int FIRST_ROOM = 1024;

  private final boolean kept;
  private long[] places = new long[FIRST_ROOM];
  private int[] causes = new int[FIRST_ROOM];
  private int size;

  /**
   * @param kept whether {@link #returns} will be asked for; if not, nothing is remembered
   */
  WaitChain(boolean kept) {
    this.kept = kept;
  }

  /**
   * Adds a wait.
   *
   * @param node layer or source that waited
   * @param position place within its inference
   * @param cause the wait behind what was waited for, or {@link #NONE}
   * @return its number; {@link #NONE} if none are kept
   */
  int add(int node, long position, int cause) {
    if (!kept) {
      return NONE;
    }
    if (size == places.length) {
      places = Arrays.copyOf(places, 2 * size);
      causes = Arrays.copyOf(causes, 2 * size);
    }
    places[size] = ((long) node << Integer.SIZE) | position;
    causes[size] = cause;
    return size++;
  }

  /** Whether the way back from a wait meets the same place in an inference twice. */
  boolean returns(int wait) {
    Set<Long> met = new HashSet<>();
    for (int at = wait; at != NONE; at = causes[at]) {
      if (!met.add(places[at])) {
        return true;
      }
    }
    return false;
  }
}
