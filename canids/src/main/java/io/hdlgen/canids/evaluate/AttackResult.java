package io.hdlgen.canids.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How one attack is met. Any class but the benign one is an alert, also that of another attack.
 *
 * @param attack its label
 * @param learnt whether the detector has a class for it
 * @param rates of windows with one of its frames, against all false alarms
 * @param auc area under the receiver operating characteristic, against benign traffic
 * @param bursts runs of its frames
 * @param burstsDetected those with an alert
 * @param medianMs median time to detect, of the bursts detected
 * @param mostMs greatest
 * @param medianFrames median of frames on the bus until then, the first injected one counting 1
 * @param mostFrames greatest
 */
public record AttackResult(
    String attack,
    boolean learnt,
    Rates rates,
    double auc,
    int bursts,
    int burstsDetected,
    double medianMs,
    double mostMs,
    double medianFrames,
    double mostFrames) {

  Map<String, Object> toObject() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("attack", attack);
    object.put("learnt", learnt);
    object.put("windows", rates.injected());
    object.put("detected", rates.detected());
    rates.put(object);
    object.put("rocAuc", Rates.orNull(auc));
    object.put("bursts", bursts);
    object.put("burstsDetected", burstsDetected);
    if (burstsDetected > 0) {
      object.put("millisToDetect", pair(medianMs, mostMs));
      object.put("framesToDetect", pair(medianFrames, mostFrames));
    }
    return object;
  }

  private static Map<String, Object> pair(double median, double most) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("median", median);
    object.put("most", most);
    return object;
  }
}
