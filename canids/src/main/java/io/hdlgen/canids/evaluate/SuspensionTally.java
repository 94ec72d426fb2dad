package io.hdlgen.canids.evaluate;

import io.hdlgen.canids.log.Suspension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts alerts on benign windows within suspensions and elsewhere. */
final class SuspensionTally {
  private static final double US_PER_HOUR = 3.6e9;
  private static final double US_PER_MS = 1e3;
  private static final long NONE = -1;

  private final List<Suspension> suspensions;

  /** Microseconds from the beginning of each to its first alert. */
  private final Map<Suspension, Long> met = new LinkedHashMap<>();

  private long alertsWithin;
  private long alertsElsewhere;
  private long usWithin;
  private long usElsewhere;
  private int next;

  /**
   * @param suspensions in their order; may grow, each before the first frame within
   */
  SuspensionTally(List<Suspension> suspensions) {
    this.suspensions = suspensions;
  }

  /**
   * Takes a window that counts.
   *
   * @param sinceUs time since the frame before
   * @param alarm whether it is benign and there is an alert
   */
  void add(long timeUs, long sinceUs, boolean alarm) {
    while (next < suspensions.size() && suspensions.get(next).untilUs() < timeUs) {
      next++;
    }
    if (next < suspensions.size() && suspensions.get(next).contains(timeUs)) {
      Suspension now = suspensions.get(next);
      usWithin += sinceUs;
      alertsWithin += alarm ? 1 : 0;
      met.putIfAbsent(now, NONE);
      if (alarm && met.get(now) == NONE) {
        met.put(now, timeUs - now.fromUs());
      }
    } else {
      usElsewhere += sinceUs;
      alertsElsewhere += alarm ? 1 : 0;
    }
  }

  /** Empty if no window lay within one. */
  Optional<SuspensionResult> result() {
    if (met.isEmpty()) {
      return Optional.empty();
    }
    double[] millis =
        met.values().stream().filter(us -> us != NONE).mapToDouble(us -> us / US_PER_MS).toArray();
    return Optional.of(
        new SuspensionResult(
            met.size(),
            millis.length,
            Medians.median(millis),
            Medians.most(millis),
            alertsWithin,
            perHour(alertsWithin, usWithin),
            perHour(alertsElsewhere, usElsewhere)));
  }

  /** 0 without any time. */
  static double perHour(long count, long us) {
    return us == 0 ? 0 : count / (us / US_PER_HOUR);
  }
}
