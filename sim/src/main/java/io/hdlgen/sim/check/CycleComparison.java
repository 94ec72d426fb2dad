package io.hdlgen.sim.check;

import io.hdlgen.sim.port.Port;
import io.hdlgen.sim.port.RecordLayout;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Compares output records with expected ones. A note holds the expected record, the mask of bits
 * that count, and the index of the vector whose result shows.
 */
final class CycleComparison {
  private static final long MOST = 1_000_000;

  private final RecordLayout layout;
  private final int size;
  private long compared;
  private long mismatches;
  private int lastVector = -1;
  private Mismatch first;

  CycleComparison(RecordLayout layout) {
    this.layout = layout;
    this.size = layout.size();
  }

  int noteSize() {
    return 2 * size + Integer.BYTES;
  }

  void putVector(byte[] note, int at, int vector) {
    ByteBuffer.wrap(note).putInt(at + 2 * size, vector);
  }

  /** Compares a cycle; false once there is no point in going on. */
  boolean accept(long cycle, byte[] note, int noteAt, byte[] outputs, int outputsAt) {
    int counting = 0;
    for (int i = 0; i < size; i++) {
      counting |= note[noteAt + size + i];
      if (((note[noteAt + i] ^ outputs[outputsAt + i]) & note[noteAt + size + i]) != 0) {
        differ(cycle, note, noteAt, outputs, outputsAt, i);
        break;
      }
    }
    compared += counting == 0 ? 0 : 1;
    return mismatches < MOST;
  }

  private void differ(
      long cycle, byte[] note, int noteAt, byte[] outputs, int outputsAt, int place) {
    int vector = ByteBuffer.wrap(note).getInt(noteAt + 2 * size);
    if (vector < 0 || vector != lastVector) {
      mismatches++;
    }
    lastVector = vector;
    if (first == null) {
      Port port = layout.portAt(place);
      first =
          new Mismatch(
              DesignCheck.JAVA_VERILATOR,
              cycle,
              port.name(),
              "0x" + layout.value(note, noteAt, port).toString(16),
              "0x" + layout.value(outputs, outputsAt, port).toString(16),
              vector);
    }
  }

  /** Cycles in which at least one bit counted. */
  long compared() {
    return compared;
  }

  long mismatches() {
    return mismatches;
  }

  /** The first difference in time. */
  Optional<Mismatch> first() {
    return Optional.ofNullable(first);
  }
}
