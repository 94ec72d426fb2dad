package io.hdlgen.quantizer.approximate;

import io.hdlgen.quantizer.network.Interval;

/** Masks that keep the highest bits of a field. */
public final class HighBits {
  private HighBits() {}

  /** The mask of the {@code bits} highest bits of the field of a range; -1 if there are no more. */
  public static long mask(Interval range, int bits) {
    return bits >= range.width() ? -1 : -1L << (range.width() - bits);
  }
}
