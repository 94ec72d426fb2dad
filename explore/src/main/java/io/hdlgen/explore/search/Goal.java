package io.hdlgen.explore.search;

import io.hdlgen.explore.outcome.Aim;

/**
 * What is searched for.
 *
 * @param aim what the circuit is to be good at
 * @param limits what it has to keep
 */
public record Goal(Aim aim, Limits limits) {
  /** How good a trial is at what is aimed at, 0 to 1. */
  double merit(Trial trial) {
    return aim == Aim.BALANCED ? trial.balancedAccuracy() : trial.accuracy();
  }
}
