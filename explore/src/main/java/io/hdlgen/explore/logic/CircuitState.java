package io.hdlgen.explore.logic;

/** A circuit under annealing, and its price. A change is tried and then kept or taken back. */
final class CircuitState {
  private final Wiring wiring;
  private final RowValues values;
  private final double powerMm2;
  private final int rows;

  CircuitState(
      LogicCircuit seed, int places, LabelledBits bits, CircuitCosts costs, Objective objective) {
    this.rows = bits.rows();
    this.powerMm2 = objective.powerMm2();
    this.wiring = new Wiring(seed, places, costs, rows);
    this.values = new RowValues(wiring, bits.byClass(), costs, objective);
    wiring.keep();
  }

  /** Its gates; not to be changed but by this. */
  Wiring wiring() {
    return wiring;
  }

  long areaUm2() {
    return wiring.areaUm2();
  }

  /** The whole price in square millimetres: area, power and errors. */
  double priceMm2() {
    return wiring.areaUm2() * 1e-6 + powerMm2 * powerMw() + values.errorMm2();
  }

  /** Number of times that a gate was computed. */
  long computed() {
    return values.computed();
  }

  /**
   * Static power averaged over the labelled rows, in milliwatts; that of gates is left out where it
   * is worth nothing.
   */
  double powerMw() {
    return wiring.totalPw() * 1e-9 / rows;
  }

  /** Tries another gate; its inputs are signals below its own. */
  void change(int place, GateKind newKind, int newA, int newB) {
    wiring.change(place, newKind, newA, newKind.inputs() == 1 ? newA : newB);
  }

  /** Tries another signal at an output. */
  void changeOutput(int bit, int signal) {
    wiring.changeOutput(bit, signal);
  }

  /** Tries {@code by} wherever {@code signal} is read; {@code by} is below it. */
  void substitute(int signal, int by) {
    for (int bit = 0; bit < wiring.outputCount(); bit++) {
      if (wiring.output(bit) == signal) {
        wiring.changeOutput(bit, by);
      }
    }
    Readers readers = wiring.readers;
    for (int pin = readers.first(signal); pin >= 0; pin = readers.first(signal)) {
      int g = Readers.place(pin);
      int a = wiring.a[g] == signal ? by : wiring.a[g];
      int b = wiring.b[g] == signal ? by : wiring.b[g];
      wiring.change(g, wiring.kind[g], a, b);
    }
  }

  /** Computes what the tried changes change, and gives the new price. */
  double tryPriceMm2() {
    values.tryChanges();
    return priceMm2();
  }

  /** Keeps what was tried. */
  void keep() {
    values.keep();
    wiring.keep();
  }

  /** Takes back what was tried since the last {@link #keep}. */
  void takeBack() {
    values.takeBack();
    wiring.takeBack();
  }
}
