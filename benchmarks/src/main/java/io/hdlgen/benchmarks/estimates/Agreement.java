package io.hdlgen.benchmarks.estimates;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * How well estimates agree with measurements.
 *
 * @param rho Spearman's rank correlation, ties at their mean rank; NaN of fewer than three
 * @param medianError of {@code |estimate - measured| / measured}, over designs that have any
 */
record Agreement(int designs, double rho, double medianError) {
  private static final int LEAST = 3;

  static Agreement of(Quantity quantity, List<Sample> samples) {
    double[] measured = new double[samples.size()];
    double[] estimated = new double[samples.size()];
    int count = 0;
    for (Sample sample : samples) {
      OptionalDouble found = quantity.measured().apply(sample);
      if (found.isPresent()) {
        measured[count] = found.getAsDouble();
        estimated[count] = quantity.estimated().applyAsDouble(sample);
        count++;
      }
    }
    return of(Arrays.copyOf(measured, count), Arrays.copyOf(estimated, count));
  }

  static Agreement of(double[] measured, double[] estimated) {
    int count = 0;
    double[] errors = new double[measured.length];
    for (int i = 0; i < measured.length; i++) {
      if (measured[i] > 0) {
        errors[count++] = Math.abs(estimated[i] - measured[i]) / measured[i];
      }
    }
    return new Agreement(
        measured.length,
        measured.length < LEAST
            ? Double.NaN
            : new SpearmansCorrelation().correlation(measured, estimated),
        StatUtils.percentile(errors, 0, count, 50));
  }

  /** Two cells of a table. */
  String cells() {
    return Double.isNaN(rho)
        ? "| |"
        : String.format(Locale.ROOT, "%.3f | %.1f %% |", rho, 100 * medianError);
  }
}
