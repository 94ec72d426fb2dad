package io.hdlgen.canids.traffic;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.EnumSet;
import java.util.List;

/**
 * What traffic to generate.
 *
 * @param seed of all that is random; the vehicle itself is always the same
 * @param durationUs how long, in microseconds; at most ten years
 * @param attacks which attacks come, in turns; none for clean traffic
 */
public record TrafficSpec(long seed, long durationUs, List<Attack> attacks) {
  private static final long MAX_US = 10L * 366 * 86_400 * 1_000_000;
  private static final double MINUTE_US = 60e6;

  public TrafficSpec {
    if (durationUs <= 0 || durationUs > MAX_US) {
      throw new InvalidInputException(
          "--minutes", durationUs / MINUTE_US + " minutes", "more than 0, at most ten years");
    }
    attacks = List.copyOf(attacks);
    if (!attacks.isEmpty() && EnumSet.copyOf(attacks).size() < attacks.size()) {
      throw new InvalidInputException("--attacks", "one of them twice", "each attack once");
    }
  }

  /** Traffic of so many minutes. */
  public static TrafficSpec minutes(double minutes, List<Attack> attacks, long seed) {
    if (!(minutes * MINUTE_US <= MAX_US)) {
      throw new InvalidInputException(
          "--minutes", minutes + " minutes", "more than 0, at most ten years");
    }
    return new TrafficSpec(seed, Math.round(minutes * MINUTE_US), attacks);
  }
}
