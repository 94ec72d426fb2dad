package io.hdlgen.sim.port;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where each port lies in a record: one after the other, each in {@code ceil(width / 8)} bytes,
 * lowest byte first, unused bits 0.
 */
public final class RecordLayout {
  private final List<Port> ports;
  private final Map<String, Integer> offsets = new LinkedHashMap<>();
  private final int size;

  public RecordLayout(List<Port> ports) {
    this.ports = List.copyOf(ports);
    int offset = 0;
    for (Port port : ports) {
      offsets.put(port.name(), offset);
      offset += port.bytes();
    }
    size = offset;
  }

  public List<Port> ports() {
    return ports;
  }

  /** Bytes of a record. */
  public int size() {
    return size;
  }

  /** The port's first byte in a record. */
  public int offset(String port) {
    Integer offset = offsets.get(port);
    if (offset == null) {
      throw new IllegalArgumentException("no port " + port + " among " + offsets.keySet());
    }
    return offset;
  }

  /** The port that a byte of a record belongs to. */
  public Port portAt(int offset) {
    Port found = null;
    for (Port port : ports) {
      if (offsets.get(port.name()) <= offset) {
        found = port;
      }
    }
    return Optional.ofNullable(found).orElseThrow(() -> new IllegalArgumentException("no ports"));
  }

  /** The bits of a port in the record that starts at {@code start}, as an unsigned number. */
  public BigInteger value(byte[] records, int start, Port port) {
    byte[] bytes = new byte[port.bytes()];
    int low = start + offset(port.name());
    for (int i = 0; i < bytes.length; i++) {
      bytes[bytes.length - 1 - i] = records[low + i];
    }
    return new BigInteger(1, bytes);
  }
}
