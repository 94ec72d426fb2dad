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
  private static final GateKind[] KINDS = GateKind.values();

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
  private final long[] powerPw;
  private final boolean[] pending;
  private final boolean[] dirty;
  private final long lastWordMask;
  private final Journal journal;
  private long[] spare;

  private long areaUm2;
  private long totalPw;
  private double errorMm2;
  private double errorBefore;
  private int lowestPending;

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
    this.powerPw = new long[this.places];
    this.pending = new boolean[this.places];
    this.dirty = new boolean[first + this.places];
    int rest = bits.rows() % Long.SIZE;
    this.lastWordMask = rest == 0 ? -1 : (1L << rest) - 1;
    this.journal = new Journal();
    this.spare = new long[bits.words()];
    System.arraycopy(bits.inputs(), 0, values, 0, inputs);
    values[inputs] = new long[bits.words()];
    values[inputs + 1] = new long[bits.words()];
    Arrays.fill(values[inputs + 1], -1L);
    this.outputs = place(seed);
    lowestPending = this.places;
    for (int output : outputs) {
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
      markPending(place);
    }
  }

  /** Tries another signal at an output. */
  void changeOutput(int bit, int signal) {
    journal.output(bit, outputs[bit]);
    int old = outputs[bit];
    use(signal);
    outputs[bit] = signal;
    release(old);
  }

  /** Tries {@code by} wherever {@code signal} is read; {@code by} is below it. */
  void substitute(int signal, int by) {
    for (int bit = 0; bit < outputs.length; bit++) {
      if (outputs[bit] == signal) {
        changeOutput(bit, by);
      }
    }
    for (int g = signal - first + 1; g < places; g++) {
      if ((a[g] == signal || b[g] == signal) && uses[first + g] > 0) {
        change(g, kind[g], a[g] == signal ? by : a[g], b[g] == signal ? by : b[g]);
      }
    }
  }

  /** Computes what the tried changes change, and gives the new price. */
  double tryPriceMm2() {
    boolean outputsMoved = journal.outputCount > 0;
    propagate();
    for (int output : outputs) {
      outputsMoved |= dirty[output];
    }
    if (outputsMoved) {
      errorMm2 = meter.priceMm2(outputValues());
    }
    return priceMm2();
  }

  /** Keeps what was tried. */
  void keep() {
    errorBefore = errorMm2;
    journal.clearDirty(dirty);
    for (int i = 0; i < journal.valueCount; i++) {
      journal.recycle(journal.oldValue[i]);
    }
    journal.clear();
  }

  /** Takes back what was tried since the last {@link #keep}. */
  void takeBack() {
    journal.clearDirty(dirty);
    for (int i = journal.valueCount - 1; i >= 0; i--) {
      int place = journal.valuePlace[i];
      journal.recycle(values[first + place]);
      values[first + place] = journal.oldValue[i];
      totalPw += journal.oldPower[i] - powerPw[place];
      powerPw[place] = journal.oldPower[i];
    }
    for (int i = journal.outputCount - 1; i >= 0; i--) {
      int bit = journal.outputBit[i];
      int tried = outputs[bit];
      use(journal.oldOutput[i]);
      outputs[bit] = journal.oldOutput[i];
      release(tried);
    }
    for (int i = journal.gateCount - 1; i >= 0; i--) {
      replace(journal.gatePlace[i], journal.oldKind[i], journal.oldA[i], journal.oldB[i]);
    }
    Arrays.fill(pending, Math.min(lowestPending, places), places, false);
    lowestPending = places;
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

  private void replace(int place, GateKind newKind, int newA, int newB) {
    boolean live = uses[first + place] > 0;
    int oldA = a[place];
    int oldB = b[place];
    boolean oldTwo = kind[place].inputs() == 2;
    if (live) {
      use(newA);
      if (newKind.inputs() == 2) {
        use(newB);
      }
      areaUm2 += costs.areaUm2(newKind) - costs.areaUm2(kind[place]);
    }
    kind[place] = newKind;
    a[place] = newA;
    b[place] = newB;
    if (live) {
      release(oldA);
      if (oldTwo) {
        release(oldB);
      }
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
      markPending(place);
      use(a[place]);
      if (kind[place].inputs() == 2) {
        use(b[place]);
      }
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
      release(a[place]);
      if (kind[place].inputs() == 2) {
        release(b[place]);
      }
    }
  }

  private void markPending(int place) {
    pending[place] = true;
    lowestPending = Math.min(lowestPending, place);
  }

  private void propagate() {
    for (int g = lowestPending; g < places; g++) {
      if (uses[first + g] > 0 && (pending[g] || dirty[a[g]] || dirty[b[g]])) {
        evaluate(g);
      }
      pending[g] = false;
    }
    lowestPending = places;
  }

  private void evaluate(int place) {
    long[] left = values[a[place]];
    long[] right = values[b[place]];
    long[] result = spare;
    BitLoops.apply(kind[place], left, right, result);
    long[] old = values[first + place];
    long power = power(place, left, right);
    journal.value(place, old, powerPw[place]);
    if (!Arrays.equals(old, result)) {
      dirty[first + place] = true;
      journal.dirty(first + place);
    }
    values[first + place] = result;
    spare = journal.fresh(bits.words());
    totalPw += power - powerPw[place];
    powerPw[place] = power;
  }

  private long power(int place, long[] left, long[] right) {
    return powerMm2 == 0
        ? 0
        : costs.staticPw(
            kind[place], left, right, bits.rows(), bits.labelledWords() - 1, lastWordMask);
  }

  private long[][] outputValues() {
    long[][] result = new long[outputs.length][];
    for (int bit = 0; bit < outputs.length; bit++) {
      result[bit] = values[outputs[bit]];
    }
    return result;
  }
}
