package io.hdlgen.quantizer.metrics;

import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * So many out of so many.
 *
 * @param count from 0 to {@code total}
 * @param total at least 0
 */
public record Proportion(int count, int total) {
  public Proportion {
    if (count < 0 || count > total) {
      throw new IllegalArgumentException(count + " of " + total);
    }
  }

  /** The fraction, 0 to 1; 0 of nothing. */
  public double value() {
    return total == 0 ? 0 : (double) count / total;
  }

  /**
   * The Wilson score interval, 95 %, of the rate that the observations were drawn with; without
   * continuity correction. From E. B. Wilson, Probable inference, the law of succession, and
   * statistical inference, Journal of the American Statistical Association 22, 1927.
   */
  public ConfidenceInterval interval() {
    if (total == 0) {
      return ConfidenceInterval.UNKNOWN;
    }
    var wilson = new WilsonScoreInterval().createInterval(total, count, ConfidenceInterval.LEVEL);
    // The ends are exactly 0 and 1 here, which rounding would miss by a hair.
    return new ConfidenceInterval(
        count == 0 ? 0 : wilson.getLowerBound(), count == total ? 1 : wilson.getUpperBound());
  }

  /**
   * The 95 % interval of the same rate by the percentile bootstrap over observations, 2,000
   * resamples. With few observations, or nearly all alike, it is narrower than it should be: {@link
   * #interval} is the one to trust then.
   */
  public ConfidenceInterval bootstrapInterval() {
    if (total == 0) {
      return ConfidenceInterval.UNKNOWN;
    }
    RandomGenerator random = Bootstrap.random();
    BinomialTable right = new BinomialTable(total, value());
    double[] rates = new double[Bootstrap.RESAMPLES];
    for (int b = 0; b < rates.length; b++) {
      rates[b] = (double) right.draw(random) / total;
    }
    double[] ends = Bootstrap.ends(rates);
    return new ConfidenceInterval(ends[0], ends[1]);
  }
}
