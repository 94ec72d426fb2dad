package io.hdlgen.canids.wire;

import java.util.SplittableRandom;

/** Frames of chance, many of them with long runs of equal bits. */
final class FrameChance {
  private final SplittableRandom random;

  FrameChance(SplittableRandom random) {
    this.random = random;
  }

  WireFrame next() {
    boolean extended = random.nextInt(4) == 0;
    boolean remote = random.nextInt(10) == 0;
    int code = random.nextInt(3) == 0 ? 8 : random.nextInt(16);
    long id = pattern() & (extended ? 0x1fff_ffffL : 0x7ff);
    return new WireFrame(
        (int) id, extended, remote, code, pattern(), random.nextInt(8) > 0, random.nextInt(8) == 0);
  }

  /** Uniform, or all equal, or runs of five: the most and the least edges that there can be. */
  private long pattern() {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> -1;
      case 2 -> Long.rotateLeft(0xf07c_1f07_c1f0_7c1fL, random.nextInt(64));
      case 3 -> Long.rotateLeft(0x8787_8787_8787_8787L, random.nextInt(64));
      default -> random.nextLong();
    };
  }
}
