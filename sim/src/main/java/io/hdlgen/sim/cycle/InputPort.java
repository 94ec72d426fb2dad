package io.hdlgen.sim.cycle;

import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;

/** An input of a design under simulation. */
public final class InputPort {
  private final long[] state;
  private final int[] places;
  private final String name;
  private final Range range;
  private final int unused;

  InputPort(long[] state, int[] places, String name, Range range) {
    this.state = state;
    this.places = places;
    this.name = name;
    this.range = range;
    this.unused = 64 - Words.topBits(range.isSigned(), range.width());
  }

  public String name() {
    return name;
  }

  /** Bits of the port. */
  public int width() {
    return range.width();
  }

  /** Sets the port to the lowest bits of an integer. */
  public void set(long value) {
    for (int k = 0; k < places.length; k++) {
      setWord(k, k == 0 ? value : value >> 63);
    }
  }

  /** Sets the port to the lowest bits of an integer. */
  public void set(BigInteger value) {
    for (int k = 0; k < places.length; k++) {
      setWord(k, Words.word(value, k));
    }
  }

  /** Sets the port from {@code ceil(width / 8)} bytes of a record, lowest byte first. */
  public void read(byte[] bytes, int offset) {
    int count = (width() + 7) / 8;
    for (int k = 0; k < places.length; k++) {
      setWord(k, LittleEndian.read(bytes, offset + 8 * k, Math.min(8, count - 8 * k)));
    }
  }

  private void setWord(int index, long value) {
    boolean top = index == places.length - 1;
    if (!top) {
      state[places[index]] = value;
    } else if (unused == 64) {
      state[places[index]] = 0;
    } else {
      state[places[index]] =
          range.isSigned() ? value << unused >> unused : value << unused >>> unused;
    }
  }
}
