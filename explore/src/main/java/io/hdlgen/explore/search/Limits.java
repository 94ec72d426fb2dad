package io.hdlgen.explore.search;

import io.hdlgen.explore.outcome.Candidate;

/**
 * What a circuit has to keep, without converters.
 *
 * @param maxAreaCm2 its most area; infinite: any
 * @param maxPowerMw its most static power; infinite: any
 * @param minAccuracy its least accuracy in cross-validation
 * @param minBalanced its least balanced accuracy in cross-validation
 */
public record Limits(double maxAreaCm2, double maxPowerMw, double minAccuracy, double minBalanced) {
  /** Any circuit. */
  public static final Limits NONE =
      new Limits(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0);

  /** Whether area or power is limited. */
  public boolean costs() {
    return maxAreaCm2 < Double.POSITIVE_INFINITY || maxPowerMw < Double.POSITIVE_INFINITY;
  }

  /** Whether a circuit keeps the limits. */
  public boolean allow(Candidate circuit) {
    return circuit.cost().areaCm2() <= maxAreaCm2
        && circuit.cost().staticPowerMw() <= maxPowerMw
        && circuit.validation().accuracy() >= minAccuracy
        && circuit.validation().balancedAccuracy() >= minBalanced;
  }

  /** How far a trial is beyond the limits, as a sum of shares; 0 if it keeps them. */
  double excess(Trial trial) {
    return over(trial.gatesCm2(), maxAreaCm2)
        + over(trial.gatesMw(), maxPowerMw)
        + over(minAccuracy, trial.accuracy())
        + over(minBalanced, trial.balancedAccuracy());
  }

  private static double over(double value, double most) {
    return value <= most ? 0 : Math.min(1, (value - most) / value);
  }
}
