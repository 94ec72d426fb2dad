package io.hdlgen.explore.logic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gates in numbered places and what they read, of which those that no output depends on take
 * nothing. Changes are kept or taken back.
 */
final class Wiring {
  final GateKind[] kind;
  final int[] a;
  final int[] b;
  final Readers readers;

  /** Static power of the gates over all rows in picowatts; of live ones it is in the sum. */
  final long[] powerPw;

  /** Places that were changed or came to life, some more than once; the changes' seeds. */
  int[] touched = new int[16];

  int touchedCount;

  private final CircuitCosts costs;
  private final int rows;
  private final int inputs;
  private final int first;
  private final int[] outputs;
  private final int[] outputReaders;
  private final int[] uses;
  private final Journal journal = new Journal();
  private long areaUm2;
  private long totalPw;

  /** Spreads the seed's gates evenly over the places, inverters of input 0 between them. */
  Wiring(LogicCircuit seed, int atLeast, CircuitCosts costs, int rows) {
    this.costs = costs;
    this.rows = rows;
    this.inputs = seed.inputs();
    this.first = inputs + LogicCircuit.CONSTANTS;
    int count = seed.gates().size();
    int places = Math.max(atLeast, count);
    this.kind = new GateKind[places];
    this.a = new int[places];
    this.b = new int[places];
    this.powerPw = new long[places];
    this.readers = new Readers(first + places, places);
    this.uses = new int[first + places];
    this.outputReaders = new int[first + places];
    Arrays.fill(kind, GateKind.INV);
    int[] number = new int[first + count];
    Arrays.setAll(number, signal -> signal);
    for (int g = 0; g < count; g++) {
      int at = (int) ((g + 1L) * places / count) - 1;
      Gate gate = seed.gates().get(g);
      kind[at] = gate.kind();
      a[at] = number[gate.a()];
      b[at] = number[gate.b()];
      number[first + g] = first + at;
    }
    this.outputs = seed.outputs().stream().mapToInt(output -> number[output]).toArray();
    for (int output : outputs) {
      outputReaders[output]++;
      use(output);
    }
  }

  int inputs() {
    return inputs;
  }

  int places() {
    return kind.length;
  }

  int signals() {
    return uses.length;
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

  boolean isOutput(int signal) {
    return outputReaders[signal] > 0;
  }

  int outputCount() {
    return outputs.length;
  }

  int output(int bit) {
    return outputs[bit];
  }

  boolean outputsChanged() {
    return journal.outputCount > 0;
  }

  /** Of live gates and comparators. */
  long areaUm2() {
    return areaUm2;
  }

  /** Of live gates and comparators, over all rows, in picowatts. */
  long totalPw() {
    return totalPw;
  }

  /** The power of a live gate is another. */
  void power(int place, long pw) {
    journal.power(place, powerPw[place]);
    setPower(place, pw);
  }

  private void setPower(int place, long pw) {
    totalPw += pw - powerPw[place];
    powerPw[place] = pw;
  }

  /** Exchanges a gate; its inputs are signals below its own, equal ones if it has one. */
  void change(int place, GateKind newKind, int newA, int newB) {
    journal.gate(place, kind[place], a[place], b[place]);
    replace(place, newKind, newA, newB);
    if (uses[first + place] > 0) {
      touch(place);
    }
  }

  /** Reads another signal at an output. */
  void changeOutput(int bit, int signal) {
    journal.output(bit, outputs[bit]);
    replaceOutput(bit, signal);
  }

  void keep() {
    journal.clear();
    touchedCount = 0;
  }

  void takeBack() {
    for (int i = journal.powerCount - 1; i >= 0; i--) {
      setPower(journal.powerPlace[i], journal.oldPower[i]);
    }
    for (int i = journal.outputCount - 1; i >= 0; i--) {
      replaceOutput(journal.outputBit[i], journal.oldOutput[i]);
    }
    for (int i = journal.gateCount - 1; i >= 0; i--) {
      replace(journal.gatePlace[i], journal.oldKind[i], journal.oldA[i], journal.oldB[i]);
    }
    journal.clear();
    touchedCount = 0;
  }

  /** The live gates as a circuit. */
  LogicCircuit circuit() {
    List<Gate> gates = new ArrayList<>();
    for (int g = 0; g < kind.length; g++) {
      gates.add(new Gate(kind[g], a[g], kind[g].inputs() == 1 ? a[g] : b[g]));
    }
    return new LogicCircuit(inputs, gates, Arrays.stream(outputs).boxed().toList()).compact();
  }

  private void touch(int place) {
    if (touchedCount == touched.length) {
      touched = Arrays.copyOf(touched, 2 * touchedCount);
    }
    touched[touchedCount++] = place;
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
      comparator(1);
    } else if (signal >= first) {
      int place = signal - first;
      areaUm2 += costs.areaUm2(kind[place]);
      totalPw += powerPw[place];
      touch(place);
      link(place);
    }
  }

  private void release(int signal) {
    if (--uses[signal] > 0) {
      return;
    }
    if (signal < inputs) {
      comparator(-1);
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

  private void comparator(int more) {
    areaUm2 += more * costs.comparatorUm2();
    totalPw += more * costs.comparatorPw() * rows;
  }
}
