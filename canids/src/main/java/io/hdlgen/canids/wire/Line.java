package io.hdlgen.canids.wire;

import java.util.Arrays;

/** What is on the bus, bit after bit; bits have lengths of their own. */
public final class Line {
  private boolean[] recessive = new boolean[1024];
  private double[] lengths = new double[1024];
  private int size;

  /** Bits so far. */
  public int size() {
    return size;
  }

  /** Whether a bit is recessive. */
  public boolean isRecessive(int bit) {
    return recessive[bit];
  }

  /** How long a bit is, in bits of the receiver's clock. */
  public double length(int bit) {
    return lengths[bit];
  }

  /** Adds a bit, {@code length} bits of the receiver's clock long. */
  public void add(boolean isRecessive, double length) {
    if (size == lengths.length) {
      recessive = Arrays.copyOf(recessive, 2 * size);
      lengths = Arrays.copyOf(lengths, 2 * size);
    }
    recessive[size] = isRecessive;
    lengths[size++] = length;
  }

  /** Makes the last bit longer, or shorter: the next level begins late, or early. */
  public void stretch(double by) {
    lengths[size - 1] += by;
  }
}
