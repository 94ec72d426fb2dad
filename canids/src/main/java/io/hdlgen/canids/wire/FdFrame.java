package io.hdlgen.canids.wire;

import java.util.SplittableRandom;

/**
 * A frame of CAN FD as nodes that do not read it see it: its bits and their lengths are those of
 * ISO 11898-1:2015, its content and its check are of chance.
 */
final class FdFrame {
  private static final double SAMPLE_POINT = 0.8;
  private static final int[] BYTES = {0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 20, 24, 32, 48, 64};

  private final Bus bus;
  private final SplittableRandom random;
  private int equal = 1;
  private boolean last;

  FdFrame(Bus bus, SplittableRandom random) {
    this.bus = bus;
    this.random = random;
  }

  /** Sends one, up to the end of its end of frame; its data bits are {@code ratio} times faster. */
  void send(int ratio) {
    bus.bit(false);
    boolean extended = random.nextBoolean();
    chance(11, 1);
    if (extended) {
      stuffed(true, 1);
      stuffed(true, 1);
      chance(18, 1);
      stuffed(false, 1);
    } else {
      stuffed(false, 1);
      stuffed(false, 1);
    }
    stuffed(true, 1);
    stuffed(false, 1);
    boolean fast = ratio > 1;
    double share = 1.0 / ratio;
    stuffed(fast, SAMPLE_POINT + (1 - SAMPLE_POINT) * share);
    stuffed(false, share);
    int code = random.nextInt(BYTES.length);
    for (int i = 3; i >= 0; i--) {
      stuffed((code >> i & 1) != 0, share);
    }
    chance(8 * BYTES[code], share);
    int check = 4 + (BYTES[code] > 16 ? 21 : 17);
    for (int i = 0; i < check; i++) {
      if (i % 4 == 0) {
        send(!last, share);
      }
      send(random.nextBoolean(), share);
    }
    bus.bit(true, SAMPLE_POINT * share + 1 - SAMPLE_POINT);
    bus.bit(false);
    bus.bits(true, 8);
  }

  private void chance(int bits, double share) {
    for (int i = 0; i < bits; i++) {
      stuffed(random.nextBoolean(), share);
    }
  }

  private void stuffed(boolean bit, double share) {
    send(bit, share);
    if (equal == Stuffing.EQUAL_BITS) {
      send(!bit, share);
    }
  }

  private void send(boolean bit, double share) {
    equal = bit == last ? equal + 1 : 1;
    last = bit;
    bus.bit(bit, share);
  }
}
