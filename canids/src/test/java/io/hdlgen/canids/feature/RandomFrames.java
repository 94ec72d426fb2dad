package io.hdlgen.canids.feature;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Frames of all kinds, few identifiers among them often, gaps of all lengths. */
final class RandomFrames {
  private RandomFrames() {}

  static List<CanFrame> of(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<CanFrame> frames = new ArrayList<>();
    long time = random.nextLong(1L << 30);
    for (int i = 0; i < count; i++) {
      time += random.nextLong(1L << random.nextInt(random.nextInt(100) == 0 ? 28 : 16));
      boolean extended = random.nextInt(4) == 0;
      int base = random.nextBoolean() ? 5 << random.nextInt(3) : random.nextInt(2048);
      int id = extended ? base << 18 | random.nextInt(1 << 18) : base;
      boolean remote = random.nextInt(8) == 0;
      int length = random.nextInt(9);
      long data = random.nextLong();
      long kept = remote || length == 0 ? 0 : data >>> 8 * (8 - length);
      Label label = Label.values()[random.nextInt(Label.values().length)];
      frames.add(new CanFrame(time, id, extended, remote, length, kept, label));
    }
    return frames;
  }
}
