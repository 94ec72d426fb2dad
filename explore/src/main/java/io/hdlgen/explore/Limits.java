package io.hdlgen.explore;

import io.hdlgen.explore.outcome.Candidate;
import java.util.OptionalDouble;

/**
 * What the recommended circuit has to keep.
 *
 * @param maxAreaCm2 the most that it may take without converters
 * @param maxPowerMw the most static power that it may take without converters
 * @param minAccuracy the least accuracy in cross-validation
 * @param minBalanced the least balanced accuracy in cross-validation
 */
public record Limits(
    OptionalDouble maxAreaCm2, OptionalDouble maxPowerMw, double minAccuracy, double minBalanced) {
  /** None. */
  public static final Limits NONE =
      new Limits(OptionalDouble.empty(), OptionalDouble.empty(), 0, 0);

  /** Whether cost is limited. */
  boolean ofCost() {
    return maxAreaCm2.isPresent() || maxPowerMw.isPresent();
  }

  /** Whether a circuit keeps them. */
  boolean allow(Candidate candidate) {
    return candidate.cost().areaCm2() <= maxAreaCm2.orElse(Double.POSITIVE_INFINITY)
        && candidate.cost().staticPowerMw() <= maxPowerMw.orElse(Double.POSITIVE_INFINITY)
        && candidate.validation().accuracy() >= minAccuracy
        && candidate.validation().balancedAccuracy() >= minBalanced;
  }
}
