package io.hdlgen.explore.logic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was there before the changes of a {@link CircuitState} that are being tried. */
final class Journal {
  int gateCount;
  int[] gatePlace = new int[16];
  GateKind[] oldKind = new GateKind[16];
  int[] oldA = new int[16];
  int[] oldB = new int[16];
  int outputCount;
  final int[] outputBit = new int[64];
  final int[] oldOutput = new int[64];
  int valueCount;
  int[] valuePlace = new int[64];
  long[][] oldValue = new long[64][];
  long[] oldPower = new long[64];
  private int dirtyCount;
  private int[] dirtySignal = new int[64];
  private final List<long[]> pool = new ArrayList<>();

  /** A gate is about to be exchanged. */
  void gate(int place, GateKind before, int beforeA, int beforeB) {
    if (gateCount == gatePlace.length) {
      gatePlace = Arrays.copyOf(gatePlace, 2 * gateCount);
      oldKind = Arrays.copyOf(oldKind, 2 * gateCount);
      oldA = Arrays.copyOf(oldA, 2 * gateCount);
      oldB = Arrays.copyOf(oldB, 2 * gateCount);
    }
    gatePlace[gateCount] = place;
    oldKind[gateCount] = before;
    oldA[gateCount] = beforeA;
    oldB[gateCount++] = beforeB;
  }

  /** An output is about to read another signal. */
  void output(int bit, int before) {
    outputBit[outputCount] = bit;
    oldOutput[outputCount++] = before;
  }

  /** The value of a place is about to be computed again. */
  void value(int place, long[] before, long power) {
    if (valueCount == valuePlace.length) {
      valuePlace = Arrays.copyOf(valuePlace, 2 * valueCount);
      oldValue = Arrays.copyOf(oldValue, 2 * valueCount);
      oldPower = Arrays.copyOf(oldPower, 2 * valueCount);
    }
    valuePlace[valueCount] = place;
    oldValue[valueCount] = before;
    oldPower[valueCount++] = power;
  }

  /** The value of a signal changed. */
  void dirty(int signal) {
    if (dirtyCount == dirtySignal.length) {
      dirtySignal = Arrays.copyOf(dirtySignal, 2 * dirtyCount);
    }
    dirtySignal[dirtyCount++] = signal;
  }

  /** Forgets which signals changed, and unmarks them. */
  void clearDirty(boolean[] dirty) {
    for (int i = 0; i < dirtyCount; i++) {
      dirty[dirtySignal[i]] = false;
    }
    dirtyCount = 0;
  }

  /** Words that nobody uses, with anything in them. */
  long[] fresh(int words) {
    return pool.isEmpty() ? new long[words] : pool.remove(pool.size() - 1);
  }

  /** Takes words that nobody uses any more. */
  void recycle(long[] words) {
    pool.add(words);
  }

  /** Forgets all but the changed signals. */
  void clear() {
    gateCount = 0;
    outputCount = 0;
    valueCount = 0;
  }
}
