package io.hdlgen.sim.check;

/**
 * Watches {@code error_o}: low until a beat with a wrong {@code tlast}, then high until reset. A
 * design may take as long as the inference to raise it.
 */
final class ErrorMonitor {
  private static final String PORT = "error_o";

  private final StreamPorts ports;
  private final ResultMonitor differences;
  private boolean due;
  private boolean seen;

  ErrorMonitor(StreamPorts ports, ResultMonitor differences) {
    this.ports = ports;
    this.differences = differences;
  }

  /** Checks one cycle outside of a reset. */
  void observe(long cycle, int vector) {
    boolean error = ports.error();
    if (error && !due) {
      differences.report(cycle, PORT, "0", "1", vector);
    }
    if (seen && !error) {
      differences.report(cycle, PORT, "1 until reset", "0", vector);
    }
    seen = error;
  }

  /** A beat with a wrong {@code tlast} has been accepted. */
  void expect() {
    due = true;
  }

  /**
   * The inference is over: what was due must have come.
   *
   * @param cause in words
   */
  void demand(long cycle, String cause) {
    if (ports.hasErrorFlag() && !seen) {
      differences.report(cycle, PORT, "1 after " + cause, "0", -1);
    }
  }

  /** A reset clears the flag. */
  void reset() {
    due = false;
    seen = false;
  }
}
