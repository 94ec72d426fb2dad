package io.hdlgen.sim.check;

import java.util.Random;

/**
 * When either side of the stream is willing. Densities change at random: none, a few, most, nearly
 * all; also pauses long enough to fill or to drain the whole pipeline. In a long pipeline they
 * change every few cycles at some times, and seldom at others.
 */
final class StallPlan {
  private static final double[] DENSITIES = {1, 1, 0.75, 0.5, 0.25, 0.05, 0};
  private static final int SHORT = 256;

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
      left = 1 + random.nextInt(scale());
      source = DENSITIES[random.nextInt(DENSITIES.length)];
      sink = DENSITIES[random.nextInt(DENSITIES.length)];
    }
    left--;
  }

  private int scale() {
    int halvings = 0;
    while (longest >> halvings > SHORT) {
      halvings++;
    }
    return halvings == 0 ? longest : longest >> random.nextInt(halvings + 4);
  }

  boolean sourceWilling() {
    return random.nextDouble() < source;
  }

  boolean sinkWilling() {
    return random.nextDouble() < sink;
  }
}
