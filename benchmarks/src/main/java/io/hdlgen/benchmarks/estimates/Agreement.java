package io.hdlgen.benchmarks.estimates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  /** A design's pair of figures. */
  record Point(Sample sample, double measured, double estimated) {}

  /** All pairs of a quantity. */
  static List<Point> points(Quantity quantity, List<Sample> samples) {
    List<Point> points = new ArrayList<>();
    for (Sample sample : samples) {
      quantity
          .measured()
          .apply(sample)
          .ifPresent(
              measured ->
                  points.add(
                      new Point(sample, measured, quantity.estimated().applyAsDouble(sample))));
    }
    return points;
  }

  static Agreement of(List<Point> points) {
    return of(
        points.stream().mapToDouble(Point::measured).toArray(),
        points.stream().mapToDouble(Point::estimated).toArray());
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
