package io.hdlgen.quantizer.metrics;

/**
 * How well a classifier recognises one class: three counts, and the rates that follow from them. A
 * rate is a fraction 0 to 1, and 0 where its divisor is 0: a class that never occurs has recall 0
 * and false-negative rate 0, one that is never answered has precision 0.
 *
 * @param name the class's name
 * @param actual number of samples of this class, its support
 * @param predicted number of samples that were taken for it
 * @param right number of samples of this class that were taken for it
 */
public record ClassMetrics(String name, int actual, int predicted, int right) {

  /** Right ones among those that were taken for this class. */
  public double precision() {
    return new Proportion(right, predicted).value();
  }

  /** Recognised ones among those of this class. */
  public double recall() {
    return new Proportion(right, actual).value();
  }

  /** Missed ones among those of this class. */
  public double falseNegativeRate() {
    return new Proportion(actual - right, actual).value();
  }

  /** Harmonic mean of precision and recall, {@code 2 right / (actual + predicted)}. */
  public double f1() {
    return occurs() ? 2.0 * right / ((double) actual + predicted) : 0;
  }

  /** Whether the class is among the labels or among the answers. */
  public boolean occurs() {
    return actual > 0 || predicted > 0;
  }
}
