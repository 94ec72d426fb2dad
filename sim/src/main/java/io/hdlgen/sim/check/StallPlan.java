package io.hdlgen.sim.check;

import java.util.Random;

/**
 * When either side of the stream is willing. Densities change at random: none, a few, most, nearly
 * all; also pauses long enough to fill or to drain the whole pipeline.
 */
final class StallPlan {
  private static final double[] DENSITIES = {1, 1, 0.75, 0.5, 0.25, 0.05, 0};

  private final Random random;
  private final int longest;
  private double source = 1;
  private double sink = 1;
  private int left;

  /**
   * @param pipeline cycles that fill or drain the pipeline
   */
  StallPlan(Random random, int pipeline) {
    this.random = random;
    this.longest = 2 * pipeline + 16;
  }

  /** Moves on by one cycle. */
  void step() {
    if (left == 0) {
      left = 1 + random.nextInt(longest);
      source = DENSITIES[random.nextInt(DENSITIES.length)];
      sink = DENSITIES[random.nextInt(DENSITIES.length)];
    }
    left--;
  }

  boolean sourceWilling() {
    return random.nextDouble() < source;
  }

  boolean sinkWilling() {
    return random.nextDouble() < sink;
  }
}
