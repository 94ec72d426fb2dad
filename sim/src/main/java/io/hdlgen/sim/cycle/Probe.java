package io.hdlgen.sim.cycle;

import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;

/** A value of a design under simulation that can be looked at. */
public final class Probe {
  private final long[] state;
  private final int[] places;
  private final int width;

  Probe(long[] state, int[] places, int width) {
    this.state = state;
    this.places = places;
    this.width = width;
  }

  /** Bits of the field. */
  public int width() {
    return width;
  }

  /** The integer's lowest 64 bits: the integer itself if it fits a long. */
  public long toLong() {
    return state[places[0]];
  }

  /** The integer. */
  public BigInteger value() {
    BigInteger value = BigInteger.valueOf(state[places[places.length - 1]]);
    for (int k = places.length - 2; k >= 0; k--) {
      value =
          value
              .shiftLeft(64)
              .or(BigInteger.valueOf(state[places[k]]).and(Range.unsigned(64).max()));
    }
    return value;
  }

  /** Bits {@code 64 * index .. 64 * index + 63} of the field; 0 beyond its width. */
  public long bits(int index) {
    int count = width - 64 * index;
    if (count <= 0) {
      return 0;
    }
    long word =
        index < places.length ? state[places[index]] : state[places[places.length - 1]] >> 63;
    return count >= 64 ? word : word & (-1L >>> (64 - count));
  }

  /** Writes the field as {@code ceil(width / 8)} bytes, lowest byte first. */
  public void write(byte[] bytes, int offset) {
    int count = (width + 7) / 8;
    for (int k = 0; 8 * k < count; k++) {
      LittleEndian.write(bytes, offset + 8 * k, Math.min(8, count - 8 * k), bits(k));
    }
  }
}
