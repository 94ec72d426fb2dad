package io.hdlgen.sim.check;

import java.util.Random;

/** How eager one side of a channel is: at random, for a while more, for a while less. */
final class BusChannel {
  private static final double[] DENSITIES = {1, 1, 0.5, 0.2, 0.05};
  private static final int LONGEST = 48;

  private final Random random;
  private double density = 1;
  private int left;

  BusChannel(Random random) {
    this.random = random;
  }

  /**
   * Whether it is willing in this cycle.
   *
   * @param always whether there are no pauses now
   */
  boolean willing(boolean always) {
    if (always) {
      return true;
    }
    if (left-- <= 0) {
      left = random.nextInt(LONGEST);
      density = DENSITIES[random.nextInt(DENSITIES.length)];
    }
    return random.nextDouble() < density;
  }
}
