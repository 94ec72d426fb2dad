package io.hdlgen.quantizer.metrics;

/**
 * An interval that holds the difference of two rates with 95 % confidence ({@link
 * ConfidenceInterval#LEVEL}), ends included. Both ends are fractions -1 to 1.
 *
 * @param low at most {@code high}
 */
public record DifferenceInterval(double low, double high) {
  /** What is known of a difference without any observation. */
  public static final DifferenceInterval UNKNOWN = new DifferenceInterval(-1, 1);

  public DifferenceInterval {
    if (!(-1 <= low && low <= high && high <= 1)) {
      throw new IllegalArgumentException("a difference from " + low + " to " + high);
    }
  }

  /**
   * Whether the first rate is not below the second by {@code margin} or more: non-inferiority, in
   * the words of clinical trials.
   *
   * @param margin the loss that would matter, 0 to 1
   */
  public boolean excludesLossOf(double margin) {
    return low > -margin;
  }
}
