package io.hdlgen.sim.check;

import java.util.Random;

/**
 * When either side of the stream is willing. Densities change at random: none, a few, most, nearly
 * all; also pauses long enough to fill or to drain the whole pipeline. In a long pipeline they
 * change every few cycles at some times, and seldom at others. Where an inference takes many
 * cycles, either side is now and then slower than the design for a while, so that its queues stay
 * full or empty.
 */
final class StallPlan {
  private static final double[] DENSITIES = {1, 1, 0.75, 0.5, 0.25, 0.05, 0};
  private static final int SHORT = 256;

  private final Random random;
  private final int longest;
  private final double sourcePace;
  private final double sinkPace;
  private double source = 1;
  private double sink = 1;
  private int left;

  /**
   * @param latency of the design
   * @param interval between inferences
   * @param beats of an inference
   */
  StallPlan(Random random, int latency, int interval, int beats) {
    this.random = random;
    long pipeline = interval == 1 ? latency : latency + 2L * interval;
    this.longest = (int) Math.min(1 << 30, 2 * pipeline + 16);
    this.sourcePace = (double) beats / interval;
    this.sinkPace = 1.0 / interval;
  }

  /** Moves on by one cycle. */
  void step() {
    if (left == 0) {
      left = 1 + random.nextInt(scale());
      source = density(sourcePace);
      sink = density(sinkPace);
    }
    left--;
  }

  /**
   * A share of the cycles.
   *
   * @param pace the share in which the design keeps up
   */
  private double density(double pace) {
    double density = DENSITIES[random.nextInt(DENSITIES.length)];
    return pace < 1 && random.nextInt(4) == 0 ? density * pace : density;
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
