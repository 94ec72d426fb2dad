package io.hdlgen.benchmarks.accuracy;

import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * A mean over seeds with the interval that holds the expected value with a probability of 95 %
 * (Student's t); without spread if there is one seed only.
 *
 * @param value the mean
 * @param margin half of the interval's width
 */
record Mean(double value, double margin) {
  static Mean of(List<Double> values) {
    SummaryStatistics statistics = new SummaryStatistics();
    values.forEach(statistics::addValue);
    int n = values.size();
    double margin =
        n < 2
            ? Double.NaN
            : new TDistribution(n - 1).inverseCumulativeProbability(0.975)
                * statistics.getStandardDeviation()
                / Math.sqrt(n);
    return new Mean(statistics.getMean(), margin);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f ± %.2f", value, margin);
  }
}
