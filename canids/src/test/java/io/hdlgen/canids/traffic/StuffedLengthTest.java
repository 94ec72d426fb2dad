package io.hdlgen.canids.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StuffedLengthTest {
  /** Up to the intermission's end, without stuff bits: ISO 11898-1. */
  private static final int FIXED_BITS = 47;

  @Test
  void asCountedOnTheBitsThemselves() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 50_000; i++) {
      int id = random.nextInt(0x800);
      int length = random.nextInt(9);
      long mask = length == 8 ? -1 : (1L << 8 * length) - 1;
      // Long runs are what stuffing is about.
      long data = (random.nextLong() & random.nextLong() & random.nextLong()) & mask;
      data = random.nextBoolean() ? data : ~data & mask;
      assertThat(StuffedLength.bits(id, length, data))
          .as("id %x length %d data %x", id, length, data)
          .isEqualTo(FIXED_BITS + 8 * length + stuffBits(bits(id, length, data)));
    }
  }

  @Test
  void theLongestAndTheShortest() {
    // Start of frame, identifier, control field and all data are runs of equal bits.
    assertThat(StuffedLength.bits(0, 0, 0)).isEqualTo(FIXED_BITS + stuffBits(bits(0, 0, 0)));
    int most = 0;
    int least = Integer.MAX_VALUE;
    for (int id = 0; id < 0x800; id++) {
      most = Math.max(most, StuffedLength.bits(id, 8, 0));
      least = Math.min(least, StuffedLength.bits(id, 0, 0));
    }
    // Tindell and Burns, Guaranteeing message latencies on CAN, 1994: floor((34 + 64 - 1) / 4).
    assertThat(most).isBetween(FIXED_BITS + 64 + 15, FIXED_BITS + 64 + 24);
    assertThat(least).isEqualTo(FIXED_BITS + 1);
  }

  /** All bits that are subject to stuffing, as text: the plain way. */
  private static String bits(int id, int length, long data) {
    StringBuilder bits = new StringBuilder("0");
    append(bits, id, 11);
    bits.append("000");
    append(bits, length, 4);
    for (int i = 0; i < length; i++) {
      append(bits, (int) (data >>> 8 * i) & 0xff, 8);
    }
    int crc = 0;
    for (int i = 0; i < bits.length(); i++) {
      boolean next = (bits.charAt(i) == '1') != ((crc & 0x4000) != 0);
      crc = crc << 1 & 0x7fff;
      crc = next ? crc ^ 0x4599 : crc;
    }
    append(bits, crc, 15);
    return bits.toString();
  }

  private static void append(StringBuilder bits, int value, int width) {
    for (int i = width - 1; i >= 0; i--) {
      bits.append(value >> i & 1);
    }
  }

  private static int stuffBits(String bits) {
    StringBuilder sent = new StringBuilder();
    for (char bit : bits.toCharArray()) {
      sent.append(bit);
      if (sent.length() >= 5) {
        String last = sent.substring(sent.length() - 5);
        if (last.equals("00000")) {
          sent.append('1');
        } else if (last.equals("11111")) {
          sent.append('0');
        }
      }
    }
    return sent.length() - bits.length();
  }
}
