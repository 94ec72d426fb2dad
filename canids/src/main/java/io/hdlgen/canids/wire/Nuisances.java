package io.hdlgen.canids.wire;

/**
 * What there is on a bus besides frames that are right.
 *
 * @param slowest the largest length of a bit of a sender, in bits of the receiver's clock
 * @param fastest the smallest
 * @param delay by how much other nodes answer late at most, in bits
 * @param incidents share of the frames with whom something happens; 0 to 1
 */
public record Nuisances(double slowest, double fastest, double delay, double incidents) {
  /** Frames that are right, by senders whose bits all have the one length. */
  public static Nuisances clock(double bitLength) {
    return new Nuisances(bitLength, bitLength, 0, 0);
  }

  /** Incidents, and senders whose clocks are off by up to this fraction. */
  public static Nuisances of(double tolerance, double delay, double incidents) {
    return new Nuisances(1 + tolerance, 1 - tolerance, delay, incidents);
  }
}
