package io.hdlgen.canids.traffic;

/**
 * How many bits a data frame with an identifier of 11 bits takes on the bus, stuff bits counted and
 * not estimated (ISO 11898-1, 10.4 and 10.5).
 */
final class StuffedLength {
  /** CRC delimiter, acknowledge slot and delimiter, end of frame, intermission. */
  private static final int UNSTUFFED_BITS = 1 + 2 + 7 + 3;

  private static final int HEADER_BITS = 19;
  private static final int CRC_BITS = 15;
  private static final int CRC_MASK = (1 << CRC_BITS) - 1;
  private static final int POLYNOMIAL = 0x4599;
  private static final int RUN = 5;

  /** The bus was recessive, and has been for long: no bit before counts. */
  private static final int IDLE = RUN;

  private static final short[] CRC = crcTable();
  private static final short[] STUFF_3 = stuffTable(3);
  private static final short[] STUFF_7 = stuffTable(7);
  private static final short[] STUFF_8 = stuffTable(8);

  private StuffedLength() {}

  /** Bits from the start of the frame to where the next may start. */
  static int bits(int id, int length, long data) {
    // Start of frame 0, identifier, three bits 0 (remote, extended, reserved), length.
    int header = id << 7 | length;
    int crc = crc(crc(crc(0, header >> 16), header >> 8), header);
    int entry = STUFF_3[IDLE << 3 | header >> 16];
    int stuffed = entry >> 4;
    entry = STUFF_8[(entry & 0xf) << 8 | header >> 8 & 0xff];
    stuffed += entry >> 4;
    entry = STUFF_8[(entry & 0xf) << 8 | header & 0xff];
    stuffed += entry >> 4;
    for (int i = 0; i < length; i++) {
      int value = (int) (data >>> 8 * i) & 0xff;
      crc = crc(crc, value);
      entry = STUFF_8[(entry & 0xf) << 8 | value];
      stuffed += entry >> 4;
    }
    entry = STUFF_8[(entry & 0xf) << 8 | crc >> 7];
    stuffed += entry >> 4;
    stuffed += STUFF_7[(entry & 0xf) << 7 | crc & 0x7f] >> 4;
    return HEADER_BITS + 8 * length + CRC_BITS + stuffed + UNSTUFFED_BITS;
  }

  private static int crc(int crc, int value) {
    return (crc << 8 & CRC_MASK) ^ CRC[(crc >> 7 ^ value) & 0xff];
  }

  private static short[] crcTable() {
    short[] table = new short[256];
    for (int value = 0; value < table.length; value++) {
      int crc = value << 7;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc << 1 ^ ((crc >> CRC_BITS - 1 & 1) == 1 ? POLYNOMIAL | 1 << CRC_BITS : 0);
      }
      table[value] = (short) (crc & CRC_MASK);
    }
    return table;
  }

  /**
   * By state and the next bits: the state after them, and above its four bits how many stuff bits
   * come. A state is the last bit times five plus how often it came so far, 0 to 4.
   */
  private static short[] stuffTable(int width) {
    short[] table = new short[2 * RUN << width];
    for (int i = 0; i < table.length; i++) {
      int last = (i >> width) / RUN;
      int run = (i >> width) % RUN;
      int stuffed = 0;
      for (int shift = width - 1; shift >= 0; shift--) {
        int bit = i >> shift & 1;
        run = bit == last ? run + 1 : 1;
        last = bit;
        if (run == RUN) {
          stuffed++;
          last = 1 - bit;
          run = 1;
        }
      }
      table[i] = (short) (stuffed << 4 | last * RUN + run);
    }
    return table;
  }
}
