package io.hdlgen.canids.baseline;

import io.hdlgen.canids.detect.FrameJudge;
import io.hdlgen.canids.detect.VerdictSink;
import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.FrameSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes every frame for an attack that comes sooner after the last one of its identifier than half
 * of the mean interval learnt, and every frame of an identifier whose interval was not learnt.
 * After Song, Kim, Kim, "Intrusion Detection System Based on the Analysis of Time Intervals of CAN
 * Messages for In-Vehicle Network", ICOIN 2016, which looks at known identifiers alone.
 */
public final class IntervalBaseline implements FrameJudge {
  private static final double HALF = 0.5;

  /** The score of an identifier that was not learnt; others have 1 at most. */
  private static final double UNKNOWN = 2;

  private final Map<Integer, Interval> intervals = new HashMap<>();

  private static final class Interval {
    private long lastUs = Long.MIN_VALUE;
    private double totalUs;
    private long count;
  }

  /** Another log begins: no interval lies between its frames and those before. */
  public void begin() {
    intervals.values().forEach(interval -> interval.lastUs = Long.MIN_VALUE);
  }

  /** Learns the interval before a frame, unless the frame was injected. */
  public void learn(CanFrame frame) {
    look(frame, true);
  }

  /** Passes a frame that is not to be learnt from, but that intervals begin with. */
  public void pass(CanFrame frame) {
    look(frame, false);
  }

  private void look(CanFrame frame, boolean learns) {
    if (frame.label().injected()) {
      return;
    }
    Interval interval = intervals.computeIfAbsent(key(frame), id -> new Interval());
    if (learns && interval.lastUs != Long.MIN_VALUE) {
      interval.totalUs += frame.timeUs() - interval.lastUs;
      interval.count++;
    }
    interval.lastUs = frame.timeUs();
  }

  @Override
  public void judge(FrameSource frames, VerdictSink sink) {
    Map<Integer, Long> last = new HashMap<>();
    for (CanFrame frame = frames.next(); frame != null; frame = frames.next()) {
      Long before = last.put(key(frame), frame.timeUs());
      double score = score(frame, before);
      sink.judged(frame, score > HALF ? 1 : 0, score);
    }
  }

  /** By how much of its mean interval the frame comes too soon; negative if it is late. */
  private double score(CanFrame frame, Long before) {
    Interval interval = intervals.get(key(frame));
    if (interval == null || interval.count == 0) {
      return UNKNOWN;
    }
    if (before == null) {
      return 0;
    }
    double mean = interval.totalUs / interval.count;
    return mean > 0 ? 1 - (frame.timeUs() - before) / mean : 0;
  }

  private static int key(CanFrame frame) {
    return frame.extended() ? ~frame.id() : frame.id();
  }
}
