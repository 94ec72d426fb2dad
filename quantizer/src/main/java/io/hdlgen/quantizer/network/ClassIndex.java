package io.hdlgen.quantizer.network;

/** What the index of a class may be. */
final class ClassIndex {
  private ClassIndex() {}

  /** Refuses what no class can have. */
  static void check(long index) {
    if (index < 0 || index > Short.MAX_VALUE) {
      throw new IllegalArgumentException("class index " + index);
    }
  }
}
