package io.hdlgen.explore.outcome;

import io.hdlgen.explore.front.Quality;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;

/** What a circuit is to be good at. */
public enum Aim {
  ACCURACY,
  BALANCED;

  /** How good it is at that, 0 to 1. */
  public double merit(Quality quality) {
    return this == BALANCED ? quality.balancedAccuracy() : quality.accuracy();
  }

  /** The same of rows that were measured. */
  public double merit(ClassificationMetrics metrics) {
    return this == BALANCED ? metrics.balancedAccuracy() : metrics.accuracy();
  }
}
