package io.hdlgen.canids.traffic;

import io.hdlgen.canids.frame.Label;

/**
 * A message as it is being sent. It has one mailbox: what has not gone out when the next frame
 * comes is lost. Time is in nanoseconds.
 */
final class Sender {
  private static final long MILLISECOND_NS = 1_000_000;

  /** Deviation of when a unit's software comes to send: a constant part and one of the period. */
  private static final double JITTER_NS = 60_000;

  private static final double JITTER_SHARE = 0.002;

  /** Deviation of a unit's clock. */
  private static final double CLOCK_ERROR = 50e-6;

  /** Time that a unit's software takes from one message to the next. */
  private static final double SPACING_NS = 150_000;

  private final MessageSpec spec;
  private final Noise noise;
  private final double periodNs;
  private final double jitterNs;
  private double nominalNs;
  private double shiftNs;
  private long releaseNs;
  private long data;
  private int count;
  private boolean isSuspended;
  private VehicleState forged;

  /**
   * @param rank the how many-th message of its unit it is
   * @param unit random numbers that all messages of its unit begin with
   */
  Sender(MessageSpec spec, int rank, Noise unit, Noise noise) {
    this.spec = spec;
    this.noise = noise;
    double clock = 1 + CLOCK_ERROR * unit.normal();
    periodNs = spec.periodMs() * MILLISECOND_NS * clock;
    jitterNs = JITTER_NS + JITTER_SHARE * periodNs;
    nominalNs = (unit.uniform() * periodNs + rank * SPACING_NS) % periodNs;
    count = noise.below(256);
    if (spec.isEvent()) {
      nominalNs = noise.exponential() * periodNs;
    }
    plan();
  }

  MessageSpec spec() {
    return spec;
  }

  /** When the next frame wants to go out. */
  long releaseNs() {
    return releaseNs;
  }

  /** The data of the frame that waits. */
  long data() {
    return data;
  }

  /** What its frames are. */
  Label label() {
    return forged == null ? Label.BENIGN : Label.MASQUERADE;
  }

  /** Makes the frame that is due, and plans the next; false if it is not to be sent. */
  boolean release(VehicleState state) {
    if (forged != null) {
      forged.advance(releaseNs);
    }
    data = spec.data(count++, forged == null ? state : forged);
    nominalNs += spec.isEvent() ? noise.exponential() * periodNs : periodNs;
    plan();
    return !isSuspended;
  }

  private void plan() {
    releaseNs = Math.max(0, (long) (nominalNs + (spec.isEvent() ? 0 : jitterNs * noise.normal())));
  }

  /** No frame comes any more. */
  void suspend() {
    isSuspended = true;
  }

  /** Frames come from somebody else, at other times, and tell of another state. */
  void impersonate(VehicleState state) {
    forged = state;
    shiftNs = periodNs * noise.uniform();
    nominalNs += shiftNs;
    plan();
  }

  /** Frames come as ever. */
  void restore() {
    isSuspended = false;
    if (forged != null) {
      forged = null;
      nominalNs += periodNs - shiftNs;
      plan();
    }
  }
}
