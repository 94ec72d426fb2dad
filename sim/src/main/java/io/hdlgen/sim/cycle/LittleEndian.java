package io.hdlgen.sim.cycle;

/** Numbers of 0 to 8 bytes in records, lowest byte first. */
final class LittleEndian {
  private LittleEndian() {}

  static long read(byte[] bytes, int offset, int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value |= (bytes[offset + i] & 0xffL) << (8 * i);
    }
    return value;
  }

  static void write(byte[] bytes, int offset, int count, long value) {
    for (int i = 0; i < count; i++) {
      bytes[offset + i] = (byte) (value >> (8 * i));
    }
  }
}
