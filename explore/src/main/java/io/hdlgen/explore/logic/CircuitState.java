package io.hdlgen.explore.logic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A circuit under annealing: gates in numbered places, of which those that no output depends on
 * cost nothing and are not computed. A change is tried and then kept or taken back.
 *
 * <p>The work of a change is that of the gates whose value it changes.
 */
final class CircuitState {
  private final LabelledBits bits;
  private final CircuitCosts costs;
  private final ErrorMeter meter;
  private final double powerMm2;
  private final int inputs;
  private final int first;
  private final int places;
  private final GateKind[] kind;
  private final int[] a;
  private final int[] b;
  private final int[] outputs;
  private final int[] uses;
  private final long[][] values;
  private final int[] ones;
  private final long[] powerPw;
  private final Readers readers;
  private final int[] outputReaders;
  private final PlaceQueue pending;
  private final Journal journal;
  private long[] spare;

  private long areaUm2;
  private long totalPw;
  private double errorMm2;
  private double errorBefore;
  private boolean outputsMoved;
  private long evaluated;

  CircuitState(
      LogicCircuit seed, int places, LabelledBits bits, CircuitCosts costs, Objective objective) {
    this.bits = bits;
    this.costs = costs;
    this.meter = new ErrorMeter(bits, objective);
    this.powerMm2 = objective.powerMm2();
    this.inputs = seed.inputs();
    this.first = inputs + LogicCircuit.CONSTANTS;
    this.places = Math.max(places, seed.gates().size());
    this.kind = new GateKind[this.places];
    this.a = new int[this.places];
    this.b = new int[this.places];
    this.uses = new int[first + this.places];
    this.values = new long[first + this.places][];
    this.ones = new int[first + this.places];
    this.powerPw = new long[this.places];
    this.readers = new Readers(first + this.places, this.places);
    this.outputReaders = new int[first + this.places];
    this.pending = new PlaceQueue(this.places);
    this.journal = new Journal();
    this.spare = new long[bits.words()];
    System.arraycopy(bits.inputs(), 0, values, 0, inputs);
    values[inputs] = new long[bits.words()];
    values[inputs + 1] = new long[bits.words()];
    Arrays.fill(values[inputs + 1], -1L);
    for (int signal = 0; signal < first; signal++) {
      ones[signal] = bits.ones(values[signal]);
    }
    this.outputs = place(seed);
    for (int output : outputs) {
      outputReaders[output]++;
      use(output);
    }
    propagate();
    errorMm2 = meter.priceMm2(outputValues());
    keep();
  }

  /** Spreads the seed's gates evenly over the places, inverters of input 0 between them. */
  private int[] place(LogicCircuit seed) {
    int count = seed.gates().size();
    int[] number = new int[first + count];
    Arrays.setAll(number, signal -> signal);
    Arrays.fill(kind, GateKind.INV);
    for (int g = 0; g < places; g++) {
      values[first + g] = new long[bits.words()];
    }
    for (int g = 0; g < count; g++) {
      int at = (int) ((g + 1L) * places / count) - 1;
      Gate gate = seed.gates().get(g);
      kind[at] = gate.kind();
      a[at] = number[gate.a()];
      b[at] = number[gate.b()];
      number[first + g] = first + at;
    }
    return seed.outputs().stream().mapToInt(output -> number[output]).toArray();
  }

  int inputs() {
    return inputs;
  }

  int places() {
    return places;
  }

  /** The signal of a place. */
  int signal(int place) {
    return first + place;
  }

  /** The place of a signal; negative for inputs and constants. */
  int placeOf(int signal) {
    return signal - first;
  }

  boolean isLive(int signal) {
    return uses[signal] > 0;
  }

  GateKind kind(int place) {
    return kind[place];
  }

  int a(int place) {
    return a[place];
  }

  int b(int place) {
    return b[place];
  }

  int outputCount() {
    return outputs.length;
  }

  int output(int bit) {
    return outputs[bit];
  }

  long areaUm2() {
    return areaUm2;
  }

  /** The whole price in square millimetres: area, power and errors. */
  double priceMm2() {
    return areaUm2 * 1e-6 + powerMm2 * powerMw() + errorMm2;
  }

  /**
   * Static power averaged over the labelled rows, in milliwatts; that of gates is left out where it
   * is worth nothing.
   */
  double powerMw() {
    return totalPw * 1e-9 / bits.rows();
  }

  /** Tries another gate; its inputs are signals below its own. */
  void change(int place, GateKind newKind, int newA, int newB) {
    int second = newKind.inputs() == 1 ? newA : newB;
    journal.gate(place, kind[place], a[place], b[place]);
    replace(place, newKind, newA, second);
    if (uses[first + place] > 0) {
      pending.add(place);
    }
  }

  /** Tries another signal at an output. */
  void changeOutput(int bit, int signal) {
    journal.output(bit, outputs[bit]);
    replaceOutput(bit, signal);
    outputsMoved = true;
  }

  /** Tries {@code by} wherever {@code signal} is read; {@code by} is below it. */
  void substitute(int signal, int by) {
    for (int bit = 0; bit < outputs.length; bit++) {
      if (outputs[bit] == signal) {
        changeOutput(bit, by);
      }
    }
    for (int pin = readers.first(signal); pin >= 0; pin = readers.first(signal)) {
      int g = Readers.place(pin);
      change(g, kind[g], a[g] == signal ? by : a[g], b[g] == signal ? by : b[g]);
    }
  }

  /** Computes what the tried changes change, and gives the new price. */
  double tryPriceMm2() {
    propagate();
    if (outputsMoved) {
      errorMm2 = meter.priceMm2(outputValues());
    }
    return priceMm2();
  }

  /** Keeps what was tried. */
  void keep() {
    errorBefore = errorMm2;
    outputsMoved = false;
    for (int i = 0; i < journal.valueCount; i++) {
      if (journal.oldValue[i] != values[first + journal.valuePlace[i]]) {
        journal.recycle(journal.oldValue[i]);
      }
    }
    journal.clear();
  }

  /** Takes back what was tried since the last {@link #keep}. */
  void takeBack() {
    for (int i = journal.valueCount - 1; i >= 0; i--) {
      int place = journal.valuePlace[i];
      if (journal.oldValue[i] != values[first + place]) {
        journal.recycle(values[first + place]);
        values[first + place] = journal.oldValue[i];
        ones[first + place] = journal.oldOnes[i];
      }
      totalPw += journal.oldPower[i] - powerPw[place];
      powerPw[place] = journal.oldPower[i];
    }
    for (int i = journal.outputCount - 1; i >= 0; i--) {
      replaceOutput(journal.outputBit[i], journal.oldOutput[i]);
    }
    for (int i = journal.gateCount - 1; i >= 0; i--) {
      replace(journal.gatePlace[i], journal.oldKind[i], journal.oldA[i], journal.oldB[i]);
    }
    pending.clear();
    outputsMoved = false;
    errorMm2 = errorBefore;
    journal.clear();
  }

  /** The live gates as a circuit. */
  LogicCircuit circuit() {
    List<Gate> gates = new ArrayList<>();
    for (int g = 0; g < places; g++) {
      gates.add(new Gate(kind[g], a[g], kind[g].inputs() == 1 ? a[g] : b[g]));
    }
    return new LogicCircuit(inputs, gates, Arrays.stream(outputs).boxed().toList()).compact();
  }

  private void replaceOutput(int bit, int signal) {
    int old = outputs[bit];
    use(signal);
    outputReaders[signal]++;
    outputs[bit] = signal;
    outputReaders[old]--;
    release(old);
  }

  private void replace(int place, GateKind newKind, int newA, int newB) {
    GateKind oldKind = kind[place];
    int oldA = a[place];
    int oldB = b[place];
    kind[place] = newKind;
    a[place] = newA;
    b[place] = newB;
    if (uses[first + place] == 0) {
      return;
    }
    areaUm2 += costs.areaUm2(newKind) - costs.areaUm2(oldKind);
    unlink(place, oldKind, oldA, oldB);
    link(place);
    release(oldA);
    if (oldKind.inputs() == 2) {
      release(oldB);
    }
  }

  /** The inputs of a gate read their signals. */
  private void link(int place) {
    readers.add(2 * place, a[place]);
    use(a[place]);
    if (kind[place].inputs() == 2) {
      readers.add(2 * place + 1, b[place]);
      use(b[place]);
    }
  }

  private void unlink(int place, GateKind itsKind, int itsA, int itsB) {
    readers.remove(2 * place, itsA);
    if (itsKind.inputs() == 2) {
      readers.remove(2 * place + 1, itsB);
    }
  }

  private void use(int signal) {
    if (uses[signal]++ > 0) {
      return;
    }
    if (signal < inputs) {
      areaUm2 += costs.comparatorUm2();
      totalPw += costs.comparatorPw() * bits.rows();
    } else if (signal >= first) {
      int place = signal - first;
      areaUm2 += costs.areaUm2(kind[place]);
      totalPw += powerPw[place];
      pending.add(place);
      link(place);
    }
  }

  private void release(int signal) {
    if (--uses[signal] > 0) {
      return;
    }
    if (signal < inputs) {
      areaUm2 -= costs.comparatorUm2();
      totalPw -= costs.comparatorPw() * bits.rows();
    } else if (signal >= first) {
      int place = signal - first;
      areaUm2 -= costs.areaUm2(kind[place]);
      totalPw -= powerPw[place];
      unlink(place, kind[place], a[place], b[place]);
      release(a[place]);
      if (kind[place].inputs() == 2) {
        release(b[place]);
      }
    }
  }

  private void propagate() {
    for (int place = pending.poll(); place >= 0; place = pending.poll()) {
      if (uses[first + place] > 0) {
        evaluate(place);
      }
    }
  }

  private void evaluate(int place) {
    evaluated++;
    int signal = first + place;
    long[] old = values[signal];
    journal.value(place, old, ones[signal], powerPw[place]);
    BitLoops.apply(kind[place], values[a[place]], values[b[place]], spare);
    if (!Arrays.equals(old, spare)) {
      values[signal] = spare;
      spare = journal.fresh(bits.words());
      outputsMoved |= outputReaders[signal] > 0;
      for (int pin = readers.first(signal); pin >= 0; pin = readers.next(pin)) {
        pending.add(Readers.place(pin));
      }
    }
    if (powerMm2 > 0) {
      power(place);
    }
  }

  private void power(int place) {
    int signal = first + place;
    ones[signal] = bits.ones(values[signal]);
    long power =
        costs.staticPw(kind[place], ones[a[place]], ones[b[place]], ones[signal], bits.rows());
    totalPw += power - powerPw[place];
    powerPw[place] = power;
  }

  private long[][] outputValues() {
    long[][] result = new long[outputs.length][];
    for (int bit = 0; bit < outputs.length; bit++) {
      result[bit] = values[outputs[bit]];
    }
    return result;
  }
}
