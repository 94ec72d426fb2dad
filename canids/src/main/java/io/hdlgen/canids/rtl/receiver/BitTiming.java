package io.hdlgen.canids.rtl.receiver;

/**
 * The parts of a bit, in clocks of the receiver (ISO 11898-1:2015, 11.3). A time quantum is a clock
 * here: there is no prescaler, so that edges are seen as exactly as the clock allows.
 *
 * <p>A bit is the synchronisation segment of one clock, then {@code beforeSample}, the sample
 * point, then {@code phase2}.
 *
 * @param beforeSample the propagation segment and phase segment 1, which only differ for nodes that
 *     send; at least 2
 * @param phase2 phase segment 2, at least 1
 * @param jumpWidth by how much one edge may move the sample point; at most {@code phase2} and
 *     {@code beforeSample}
 */
public record BitTiming(int beforeSample, int phase2, int jumpWidth) {
  /** The fewest clocks that a bit may have. */
  public static final int MIN_CLOCKS = 8;

  /** The most clocks that a bit may have. */
  public static final int MAX_CLOCKS = 4096;

  public BitTiming {
    long clocks = 1L + beforeSample + phase2;
    if (beforeSample < 2 || clocks < MIN_CLOCKS || clocks > MAX_CLOCKS) {
      throw new IllegalArgumentException(
          "a bit of 1 + %d + %d clocks".formatted(beforeSample, phase2));
    }
    if (jumpWidth < 1 || jumpWidth > Math.min(beforeSample, phase2)) {
      throw new IllegalArgumentException("a jump width of %d clocks".formatted(jumpWidth));
    }
  }

  /**
   * The usual timing of so many clocks a bit: the sample point at three quarters or, where that is
   * between clocks, up to an eighth later, and the widest jump.
   */
  public static BitTiming of(int clocksPerBit) {
    int phase2 = clocksPerBit / 4;
    return new BitTiming(clocksPerBit - 1 - phase2, phase2, phase2);
  }

  /** Clocks of a bit of the receiver. */
  public int clocksPerBit() {
    return 1 + beforeSample + phase2;
  }

  /** Where in the bit the line is looked at, 0 to 1. */
  public double samplePoint() {
    return (1.0 + beforeSample) / clocksPerBit();
  }

  /**
   * By how much a sender's clock may differ from the receiver's, as a fraction, so that ten bits
   * without an edge, the most that stuffing allows, end within a jump. ISO 11898-1:2015, 11.3.2.3,
   * gives half of it to each of the two clocks.
   */
  public double tolerance() {
    return jumpWidth / (10.0 * clocksPerBit());
  }
}
