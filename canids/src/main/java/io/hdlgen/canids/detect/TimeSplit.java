package io.hdlgen.canids.detect;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.log.LogReader;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.error.InvalidInputException;

/** Splits a log by time, where only a share of its time is known. */
public final class TimeSplit {
  private static final double MICROS = 1e6;

  private TimeSplit() {}

  /**
   * Seconds from the first frame to the split; reads the log.
   *
   * @param share of the time from the first frame to the last, between 0 and 1
   * @throws InvalidInputException if there is no such log, or the share is none
   */
  public static double seconds(TrafficLog log, double share, Progress progress) {
    if (!(share > 0 && share < 1)) {
      throw new InvalidInputException("--split", "" + share, "a fraction between 0 and 1");
    }
    progress.stage("looking for the end of the log", 0);
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    try (LogReader reader = log.open()) {
      for (CanFrame frame = reader.next(); frame != null; frame = reader.next()) {
        first = first == Long.MAX_VALUE ? frame.timeUs() : first;
        last = Math.max(last, frame.timeUs());
      }
    }
    if (last <= first) {
      throw new InvalidInputException(
          log.file().toString(), "no time between first and last frame", "a log with times");
    }
    return share * (last - first) / MICROS;
  }
}
