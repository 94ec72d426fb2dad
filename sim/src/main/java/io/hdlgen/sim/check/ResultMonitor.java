package io.hdlgen.sim.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Watches the outgoing stream of the simulation: rules of the handshake, and every result. */
final class ResultMonitor {
  private final StreamPorts ports;
  private final Vectors vectors;
  private final byte[] waiting;
  private boolean wasWaiting;
  private long mismatches;
  private Mismatch first;

  ResultMonitor(StreamPorts ports, Vectors vectors) {
    this.ports = ports;
    this.vectors = vectors;
    this.waiting = new byte[ports.records().outputs().size()];
  }

  /**
   * Checks one cycle.
   *
   * @param vector what the result must be of; -1 if none can be there
   * @param ready whether the sink takes it
   * @param taken whether this is the result's last cycle, where it is compared
   */
  void observe(long cycle, byte[] outputs, int at, int vector, boolean ready) {
    boolean valid = ports.resultValid();
    if (wasWaiting && !valid) {
      report(cycle, "m_axis_tvalid", "1 until it is taken", "0", vector);
    }
    if (wasWaiting && valid && changed(outputs, at)) {
      report(cycle, "m_axis_tdata", "unchanged while it waits", "a change", vector);
    }
    if (valid && vector < 0) {
      report(cycle, "m_axis_tvalid", "0 with nothing under way", "1", -1);
    }
    if (valid && vector >= 0 && ready) {
      compare(cycle, outputs, at, vector);
    }
    wasWaiting = valid && !ready;
    if (wasWaiting) {
      System.arraycopy(outputs, at, waiting, 0, waiting.length);
    }
  }

  private boolean changed(byte[] outputs, int at) {
    int from = ports.dataAt();
    int to = from + ports.dataBytes();
    return !Arrays.equals(waiting, from, to, outputs, at + from, at + to);
  }

  private void compare(long cycle, byte[] outputs, int at, int vector) {
    if (!ports.resultLast()) {
      report(cycle, "m_axis_tlast", "1", "0", vector);
      return;
    }
    byte[] expected = new byte[waiting.length];
    vectors.putResults(vector, ports.records().outputs(), expected, 0);
    int from = ports.dataAt();
    int to = from + ports.dataBytes();
    if (Arrays.equals(expected, from, to, outputs, at + from, at + to)) {
      return;
    }
    List<Vectors.Difference> differences =
        vectors.differences(vector, ports.records().outputs(), outputs, at);
    if (differences.isEmpty()) {
      report(cycle, "m_axis_tdata", "zeros beyond the fields", "ones", vector);
    } else {
      Vectors.Difference one = differences.get(0);
      report(cycle, one.field(), one.expected(), one.found(), vector);
    }
  }

  /** Notes a difference between the reference, or the rules, and the simulation. */
  void report(long cycle, String port, String expected, String found, int vector) {
    mismatches++;
    if (first == null) {
      first = new Mismatch(DesignCheck.REFERENCE_JAVA, cycle, port, expected, found, vector);
    }
  }

  /** After a reset nothing waits. */
  void reset() {
    wasWaiting = false;
  }

  long mismatches() {
    return mismatches;
  }

  Optional<Mismatch> first() {
    return Optional.ofNullable(first);
  }
}
