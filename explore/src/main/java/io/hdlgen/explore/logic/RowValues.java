package io.hdlgen.explore.logic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What every signal of a {@link Wiring} is in the rows, with the price of those that its outputs
 * tell wrong. Only gates that a change reaches are computed again.
 */
final class RowValues {
  private final Wiring wiring;
  private final LabelledBits bits;
  private final ErrorMeter meter;
  private final PlaceQueue pending;
  private final long[][] values;
  private final int[] ones;
  private final CircuitCosts costs;
  private final boolean powerMatters;
  private final List<long[]> pool = new ArrayList<>();
  private long[] spare;
  private final long[][] outputs;
  private double errorMm2;
  private double errorBefore;
  private long computed;
  private int changedCount;
  private int[] changedSignal = new int[64];
  private long[][] oldValue = new long[64][];
  private int[] oldOnes = new int[64];

  RowValues(Wiring wiring, LabelledBits bits, CircuitCosts costs, Objective objective) {
    this.wiring = wiring;
    this.bits = bits;
    this.meter = new ErrorMeter(bits, objective);
    this.powerMatters = objective.powerMm2() > 0;
    this.costs = costs;
    this.pending = new PlaceQueue(wiring.places());
    this.ones = new int[wiring.signals()];
    this.values = new long[wiring.signals()][];
    this.spare = new long[bits.words()];
    this.outputs = new long[wiring.outputCount()][];
    int inputs = wiring.inputs();
    System.arraycopy(bits.inputs(), 0, values, 0, inputs);
    for (int signal = inputs; signal < values.length; signal++) {
      values[signal] = new long[bits.words()];
    }
    Arrays.fill(values[inputs + 1], -1L);
    for (int signal = 0; signal < inputs + LogicCircuit.CONSTANTS; signal++) {
      ones[signal] = bits.ones(values[signal]);
    }
    tryChanges();
    errorMm2 = countMm2();
    keep();
  }

  /** The price of the rows that are told wrong, in square millimetres. */
  double errorMm2() {
    return errorMm2;
  }

  /** Number of times that a gate was computed. */
  long computed() {
    return computed;
  }

  /** Computes what the touched places change. */
  void tryChanges() {
    for (int i = 0; i < wiring.touchedCount; i++) {
      pending.add(wiring.touched[i]);
    }
    boolean moved = wiring.outputsChanged();
    for (int place = pending.poll(); place >= 0; place = pending.poll()) {
      if (wiring.isLive(wiring.signal(place))) {
        moved |= evaluate(place);
      }
    }
    if (moved) {
      errorMm2 = countMm2();
    }
  }

  private double countMm2() {
    for (int bit = 0; bit < outputs.length; bit++) {
      outputs[bit] = values[wiring.output(bit)];
    }
    return meter.priceMm2(outputs);
  }

  void keep() {
    for (int i = 0; i < changedCount; i++) {
      pool.add(oldValue[i]);
    }
    changedCount = 0;
    errorBefore = errorMm2;
  }

  void takeBack() {
    for (int i = changedCount - 1; i >= 0; i--) {
      int signal = changedSignal[i];
      pool.add(values[signal]);
      values[signal] = oldValue[i];
      ones[signal] = oldOnes[i];
    }
    changedCount = 0;
    pending.clear();
    errorMm2 = errorBefore;
  }

  /** Computes a gate again; whether an output changed by it. */
  private boolean evaluate(int place) {
    computed++;
    int signal = wiring.signal(place);
    long[] old = values[signal];
    BitLoops.apply(wiring.kind[place], values[wiring.a[place]], values[wiring.b[place]], spare);
    boolean same = Arrays.equals(old, spare);
    if (!same) {
      journal(signal, old);
      values[signal] = spare;
      spare = pool.isEmpty() ? new long[bits.words()] : pool.remove(pool.size() - 1);
      Readers readers = wiring.readers;
      for (int pin = readers.first(signal); pin >= 0; pin = readers.next(pin)) {
        pending.add(Readers.place(pin));
      }
    }
    if (powerMatters) {
      if (!same) {
        ones[signal] = bits.ones(values[signal]);
      }
      wiring.power(place, powerPw(place));
    }
    return !same && wiring.isOutput(signal);
  }

  private long powerPw(int place) {
    int onesA = ones[wiring.a[place]];
    int onesB = ones[wiring.b[place]];
    return costs.staticPw(
        wiring.kind[place], onesA, onesB, ones[wiring.signal(place)], bits.rows());
  }

  private void journal(int signal, long[] old) {
    if (changedCount == changedSignal.length) {
      changedSignal = Arrays.copyOf(changedSignal, 2 * changedCount);
      oldValue = Arrays.copyOf(oldValue, 2 * changedCount);
      oldOnes = Arrays.copyOf(oldOnes, 2 * changedCount);
    }
    changedSignal[changedCount] = signal;
    oldValue[changedCount] = old;
    oldOnes[changedCount++] = ones[signal];
  }
}
