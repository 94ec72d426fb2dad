package io.hdlgen.quantizer.metrics;

import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * What all intervals by the percentile bootstrap have in common (B. Efron, Bootstrap methods:
 * another look at the jackknife, The Annals of Statistics 7, 1979): how many resamples, of which
 * seed, and which of the resampled values are the ends. The seed is fixed: the same counts give the
 * same interval.
 */
final class Bootstrap {
  /** Number of resamples. */
  static final int RESAMPLES = 2_000;

  private static final long SEED = 20_240_229;

  private Bootstrap() {}

  /** A generator at the start of its sequence. */
  static RandomGenerator random() {
    return new Well19937c(SEED);
  }

  /**
   * The lower end, the 2.5th percentile, and the upper one, the 97.5th, interpolated linearly.
   *
   * @param resampled one value a resample
   */
  static double[] ends(double[] resampled) {
    Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
    percentile.setData(resampled);
    double tail = 50 * (1 - ConfidenceInterval.LEVEL);
    return new double[] {percentile.evaluate(tail), percentile.evaluate(100 - tail)};
  }
}
