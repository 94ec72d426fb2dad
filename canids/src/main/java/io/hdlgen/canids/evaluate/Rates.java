package io.hdlgen.canids.evaluate;

import java.util.Map;

/**
 * How alerts and injected windows agree. Where nothing is injected there is nothing to find or to
 * miss: all measures are NaN.
 *
 * @param injected windows with injected frames
 * @param detected of these, with an alert
 * @param falseAlarms alerts on benign windows
 */
public record Rates(long injected, long detected, long falseAlarms) {
  /** Detected windows among these and all false alarms; 0 without an alert. */
  public double precision() {
    return injected == 0 ? Double.NaN : ratio(detected, detected + falseAlarms);
  }

  /** Detected windows among those injected. */
  public double recall() {
    return injected == 0 ? Double.NaN : ratio(detected, injected);
  }

  /** Those not detected among those injected. */
  public double missed() {
    return 1 - recall();
  }

  /** Harmonic mean of precision and recall. */
  public double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }

  void put(Map<String, Object> object) {
    object.put("precision", orNull(precision()));
    object.put("recall", orNull(recall()));
    object.put("f1", orNull(f1()));
    object.put("falseNegativeRate", orNull(missed()));
  }

  /** A measure as JSON has it: null where there is none. */
  static Object orNull(double measure) {
    return Double.isNaN(measure) ? null : measure;
  }

  static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
