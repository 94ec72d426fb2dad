package io.hdlgen.sim.check;

/** Fields of 1 to 64 bits at any place in a record of bytes, lowest bit and byte first. */
final class BitFields {
  private BitFields() {}

  static long mask(int width) {
    return -1L >>> (64 - width);
  }

  /** Sets {@code width} bits, {@code low} bits after the byte {@code start}. */
  static void put(byte[] record, int start, int low, int width, long value) {
    int done = 0;
    while (done < width) {
      int bit = low + done;
      int place = bit % 8;
      int count = Math.min(8 - place, width - done);
      int mask = (1 << count) - 1 << place;
      int part = (int) (value >>> done) << place;
      int at = start + bit / 8;
      record[at] = (byte) (record[at] & ~mask | part & mask);
      done += count;
    }
  }

  /** The {@code width} bits, {@code low} bits after the byte {@code start}. */
  static long get(byte[] record, int start, int low, int width) {
    long value = 0;
    int done = 0;
    while (done < width) {
      int bit = low + done;
      int place = bit % 8;
      int count = Math.min(8 - place, width - done);
      long part = (record[start + bit / 8] & 0xff) >> place & (1 << count) - 1;
      value |= part << done;
      done += count;
    }
    return value;
  }
}
