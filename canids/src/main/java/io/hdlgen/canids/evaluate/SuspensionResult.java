package io.hdlgen.canids.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How suspensions are met. Nothing is injected, so that all windows are benign, and alerts within
 * count as false alarms elsewhere. An alert within may be of chance: alerts an hour within and
 * elsewhere tell whether it means anything.
 *
 * @param bursts with a window that counts
 * @param detected those with an alert on a benign window
 * @param medianMs from the beginning to that alert, median
 * @param mostMs greatest
 * @param alerts on benign windows within bursts
 * @param perHour the same by hour of bursts
 * @param perHourElsewhere alerts on benign windows outside of bursts by hour of traffic there
 */
public record SuspensionResult(
    int bursts,
    int detected,
    double medianMs,
    double mostMs,
    long alerts,
    double perHour,
    double perHourElsewhere) {
  Map<String, Object> toObject() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("bursts", bursts);
    object.put("burstsDetected", detected);
    if (detected > 0) {
      Map<String, Object> millis = new LinkedHashMap<>();
      millis.put("median", medianMs);
      millis.put("most", mostMs);
      object.put("millisToDetect", millis);
    }
    object.put("alerts", alerts);
    object.put("alertsPerHour", perHour);
    object.put("alertsPerHourElsewhere", perHourElsewhere);
    return object;
  }
}
