package io.hdlgen.flow.equivalence;

/** Time that may be spent. */
final class Budget {
  private final long start = System.nanoTime();
  private final double seconds;

  Budget(double seconds) {
    this.seconds = seconds;
  }

  double spent() {
    return (System.nanoTime() - start) / 1e9;
  }

  double left() {
    return Math.max(0, seconds - spent());
  }
}
