package io.hdlgen.explore.search;

/** What a circuit is to be good at. */
public enum Aim {
  ACCURACY,
  BALANCED;

  double of(Trial trial) {
    return this == BALANCED ? trial.balancedAccuracy() : trial.accuracy();
  }
}
