package io.hdlgen.canids.evaluate;

import java.util.Map;

/**
 * How alerts and injected windows agree.
 *
 * @param injected windows with injected frames
 * @param detected of these, with an alert
 * @param falseAlarms alerts on benign windows
 */
public record Rates(long injected, long detected, long falseAlarms) {
  /** Detected windows among these and all false alarms; 0 without an alert. */
  public double precision() {
    return ratio(detected, detected + falseAlarms);
  }

  /** Detected windows among those injected; 0 if there are none. */
  public double recall() {
    return ratio(detected, injected);
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
    object.put("precision", precision());
    object.put("recall", recall());
    object.put("f1", f1());
    object.put("falseNegativeRate", missed());
  }

  static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
