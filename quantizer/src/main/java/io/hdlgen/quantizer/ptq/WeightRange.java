package io.hdlgen.quantizer.ptq;

/**
 * The integers that a weight may be.
 *
 * @param min the least
 * @param max the greatest
 * @param step 2 for one bit, which means -1 and +1; else 1
 */
record WeightRange(int min, int max, int step) {
  static WeightRange ofBits(int bits) {
    return bits == 1
        ? new WeightRange(-1, 1, 2)
        : new WeightRange(-(1 << (bits - 1)), (1 << (bits - 1)) - 1, 1);
  }

  boolean hasZero() {
    return step == 1;
  }

  /** The member nearest to {@code x}. */
  int nearest(double x) {
    double index = Math.rint((x - min) / step);
    return min + step * (int) Math.max(0, Math.min((max - min) / step, index));
  }
}
