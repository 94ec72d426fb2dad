package io.hdlgen.canids.traffic;

/** A part of a message's data that changes from frame to frame. */
interface Field {
  /**
   * The data with this field filled in.
   *
   * @param data the data so far, byte 0 lowest
   * @param count how many frames the message has had before
   */
  long fill(long data, int count, VehicleState state);

  /** A number that goes up by 1 with each frame. */
  record Counter(int lowBit, int bits) implements Field {
    @Override
    public long fill(long data, int count, VehicleState state) {
      return put(data, lowBit, bits, count);
    }
  }

  /** A quantity, lowest byte first where it has two. */
  record Value(Signal signal, int lowBit, int bits) implements Field {
    @Override
    public long fill(long data, int count, VehicleState state) {
      return put(data, lowBit, bits, Math.min(state.value(signal), (1 << bits) - 1));
    }
  }

  /** A quantity of two bytes, highest byte first. */
  record BigEndian(Signal signal, int lowBit) implements Field {
    @Override
    public long fill(long data, int count, VehicleState state) {
      int value = state.value(signal);
      return put(data, lowBit, 16, value >> 8 | (value & 0xff) << 8);
    }
  }

  /** The exclusive or of all other bytes. */
  record XorByte(int index) implements Field {
    @Override
    public long fill(long data, int count, VehicleState state) {
      long clear = put(data, 8 * index, 8, 0);
      long folded = clear ^ clear >>> 32;
      folded ^= folded >>> 16;
      folded ^= folded >>> 8;
      return put(clear, 8 * index, 8, folded);
    }
  }

  /** CRC-8 of SAE J1850 over all other bytes, byte 0 first. */
  record Crc8(int index, int length) implements Field {
    private static final int POLYNOMIAL = 0x11d;
    private static final int[] TABLE = table();

    @Override
    public long fill(long data, int count, VehicleState state) {
      int crc = 0xff;
      for (int i = 0; i < length; i++) {
        if (i != index) {
          crc = TABLE[crc ^ (int) (data >>> 8 * i) & 0xff];
        }
      }
      return put(data, 8 * index, 8, ~crc);
    }

    private static int[] table() {
      int[] table = new int[256];
      for (int value = 0; value < table.length; value++) {
        int crc = value;
        for (int bit = 0; bit < 8; bit++) {
          crc = crc << 1 ^ (crc >> 7 & 1) * POLYNOMIAL;
        }
        table[value] = crc;
      }
      return table;
    }
  }

  private static long put(long data, int lowBit, int bits, long value) {
    long mask = (1L << bits) - 1;
    return data & ~(mask << lowBit) | (value & mask) << lowBit;
  }
}
