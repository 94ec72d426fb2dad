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
  int[] oldOnes = new int[64];
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

  /** What a place gives and takes is about to change. */
  void value(int place, long[] before, int ones, long power) {
    if (valueCount == valuePlace.length) {
      valuePlace = Arrays.copyOf(valuePlace, 2 * valueCount);
      oldValue = Arrays.copyOf(oldValue, 2 * valueCount);
      oldOnes = Arrays.copyOf(oldOnes, 2 * valueCount);
      oldPower = Arrays.copyOf(oldPower, 2 * valueCount);
    }
    valuePlace[valueCount] = place;
    oldValue[valueCount] = before;
    oldOnes[valueCount] = ones;
    oldPower[valueCount++] = power;
  }

  /** Words that nobody uses, with anything in them. */
  long[] fresh(int words) {
    return pool.isEmpty() ? new long[words] : pool.remove(pool.size() - 1);
  }

  /** Takes words that nobody uses any more. */
  void recycle(long[] words) {
    pool.add(words);
  }

  /** Forgets it all. */
  void clear() {
    gateCount = 0;
    outputCount = 0;
    valueCount = 0;
  }
}
