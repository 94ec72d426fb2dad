package io.hdlgen.explore.logic;

/** Loops over words of rows that the compiler of the virtual machine makes vectors of. */
final class BitLoops {
  private BitLoops() {}

  /** {@code result = kind(a, b)} for all words. */
  static void apply(GateKind kind, long[] a, long[] b, long[] result) {
    int words = result.length;
    switch (kind) {
      case INV -> {
        for (int w = 0; w < words; w++) {
          result[w] = ~a[w];
        }
      }
      case NAND -> {
        for (int w = 0; w < words; w++) {
          result[w] = ~(a[w] & b[w]);
        }
      }
      case NOR -> {
        for (int w = 0; w < words; w++) {
          result[w] = ~(a[w] | b[w]);
        }
      }
      case AND -> {
        for (int w = 0; w < words; w++) {
          result[w] = a[w] & b[w];
        }
      }
      case OR -> {
        for (int w = 0; w < words; w++) {
          result[w] = a[w] | b[w];
        }
      }
      case XOR -> {
        for (int w = 0; w < words; w++) {
          result[w] = a[w] ^ b[w];
        }
      }
      case XNOR -> {
        for (int w = 0; w < words; w++) {
          result[w] = ~(a[w] ^ b[w]);
        }
      }
    }
  }

  /** Ones in words {@code 0 .. last}, of the last only those in the mask. */
  static int count(long[] a, int last, long lastMask) {
    int count = 0;
    for (int w = 0; w < last; w++) {
      count += Long.bitCount(a[w]);
    }
    return count + Long.bitCount(a[last] & lastMask);
  }
}
