package io.hdlgen.explore.logic;

import java.util.Arrays;

/** What was there before the changes of a {@link Wiring} that are being tried. */
final class Journal {
  int gateCount;
  int[] gatePlace = new int[16];
  GateKind[] oldKind = new GateKind[16];
  int[] oldA = new int[16];
  int[] oldB = new int[16];
  int outputCount;
  final int[] outputBit = new int[64];
  final int[] oldOutput = new int[64];
  int powerCount;
  int[] powerPlace = new int[64];
  long[] oldPower = new long[64];

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

  /** The power of a place is about to change. */
  void power(int place, long before) {
    if (powerCount == powerPlace.length) {
      powerPlace = Arrays.copyOf(powerPlace, 2 * powerCount);
      oldPower = Arrays.copyOf(oldPower, 2 * powerCount);
    }
    powerPlace[powerCount] = place;
    oldPower[powerCount++] = before;
  }

  /** Forgets it all. */
  void clear() {
    gateCount = 0;
    outputCount = 0;
    powerCount = 0;
  }
}
