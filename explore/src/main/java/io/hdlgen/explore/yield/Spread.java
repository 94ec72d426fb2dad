package io.hdlgen.explore.yield;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * How accurate printed copies of a circuit are.
 *
 * @param mean accuracy, as a fraction
 * @param low the accuracy that 5 % of the copies do not reach
 * @param median accuracy
 * @param high the accuracy that 5 % of the copies exceed
 * @param functional share of the copies that lose at most a point (0.01) of the accuracy that a
 *     copy without faults has
 */
public record Spread(double mean, double low, double median, double high, double functional) {

  /**
   * @param right one a copy: its rows that are right
   */
  static Spread of(TrialCircuit circuit, int[] right) {
    int least = circuit.leastRight();
    double[] accuracies = new double[right.length];
    double sum = 0;
    int functional = 0;
    for (int s = 0; s < right.length; s++) {
      accuracies[s] = circuit.accuracy(right[s]);
      sum += right[s];
      functional += right[s] >= least ? 1 : 0;
    }
    Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
    percentile.setData(accuracies);
    return new Spread(
        sum / right.length / circuit.rows(),
        percentile.evaluate(5),
        percentile.evaluate(50),
        percentile.evaluate(95),
        (double) functional / right.length);
  }
}
