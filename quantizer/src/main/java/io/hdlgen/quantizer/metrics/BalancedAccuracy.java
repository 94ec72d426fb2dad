package io.hdlgen.quantizer.metrics;

import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * The mean of the recall over some classes, each counting the same however frequent it is.
 *
 * @param classes number of classes in the mean
 * @param value the mean; 0 of no classes
 * @param interval by the bootstrap
 */
public record BalancedAccuracy(int classes, double value, ConfidenceInterval interval) {
  /**
   * The balanced accuracy over the classes with at least this many samples.
   *
   * <p>The interval is a percentile bootstrap (B. Efron, Bootstrap methods: another look at the
   * jackknife, The Annals of Statistics 7, 1979), stratified: the samples of each class are drawn
   * with replacement, as many as there are, 2,000 times, and the interval goes from the 2.5th to
   * the 97.5th percentile of the means, interpolated linearly. The number of right answers in such
   * a draw is binomial, and drawn as such. The seed is fixed: the same counts give the same
   * interval.
   *
   * <p>A class whose samples are all right, or all wrong, adds nothing to the width; with few
   * samples in it that is too narrow.
   *
   * @param leastSamples at least 1
   */
  static BalancedAccuracy of(List<ClassMetrics> perClass, int leastSamples) {
    List<ClassMetrics> counted =
        perClass.stream().filter(metrics -> metrics.actual() >= leastSamples).toList();
    if (counted.isEmpty()) {
      return new BalancedAccuracy(0, 0, ConfidenceInterval.UNKNOWN);
    }
    double sum = 0;
    for (ClassMetrics metrics : counted) {
      sum += metrics.recall();
    }
    return new BalancedAccuracy(counted.size(), sum / counted.size(), bootstrap(counted));
  }

  private static ConfidenceInterval bootstrap(List<ClassMetrics> counted) {
    RandomGenerator random = Bootstrap.random();
    double[] means = new double[Bootstrap.RESAMPLES];
    for (ClassMetrics metrics : counted) {
      BinomialTable right = new BinomialTable(metrics.actual(), metrics.recall());
      for (int b = 0; b < Bootstrap.RESAMPLES; b++) {
        means[b] += (double) right.draw(random) / metrics.actual();
      }
    }
    for (int b = 0; b < Bootstrap.RESAMPLES; b++) {
      means[b] /= counted.size();
    }
    double[] ends = Bootstrap.ends(means);
    return new ConfidenceInterval(ends[0], ends[1]);
  }
}
