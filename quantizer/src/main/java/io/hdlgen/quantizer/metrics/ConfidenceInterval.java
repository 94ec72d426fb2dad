package io.hdlgen.quantizer.metrics;

/**
 * An interval that holds a rate with 95 % confidence, ends included. Both ends are fractions 0 to
 * 1.
 *
 * @param low at most {@code high}
 */
public record ConfidenceInterval(double low, double high) {
  /** The confidence of every interval here. */
  public static final double LEVEL = 0.95;

  /** What is known of a rate without any observation. */
  public static final ConfidenceInterval UNKNOWN = new ConfidenceInterval(0, 1);

  public ConfidenceInterval {
    if (!(0 <= low && low <= high && high <= 1)) {
      throw new IllegalArgumentException("an interval from " + low + " to " + high);
    }
  }
}
