package io.hdlgen.canids.baseline;

import io.hdlgen.canids.detect.FrameJudge;
import io.hdlgen.canids.detect.VerdictSink;
import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.FrameSource;
import io.hdlgen.canids.frame.Label;
import java.util.HashSet;
import java.util.Set;

/**
 * Takes every frame for an attack whose identifier was not among those learnt: the least that any
 * detector must beat.
 */
public final class IdWhitelist implements FrameJudge {
  private final Set<Integer> known = new HashSet<>();

  /** Learns the identifier of a frame, unless the frame was injected. */
  public void learn(CanFrame frame) {
    if (frame.label() == Label.BENIGN || frame.label() == Label.UNKNOWN) {
      known.add(key(frame));
    }
  }

  /** Identifiers learnt. */
  public int size() {
    return known.size();
  }

  /** Whether the identifier of a frame was learnt. */
  public boolean knows(CanFrame frame) {
    return known.contains(key(frame));
  }

  @Override
  public void judge(FrameSource frames, VerdictSink sink) {
    for (CanFrame frame = frames.next(); frame != null; frame = frames.next()) {
      int verdict = knows(frame) ? 0 : 1;
      sink.judged(frame, verdict, verdict);
    }
  }

  /** Standard and extended identifiers of the same number are different. */
  private static int key(CanFrame frame) {
    return frame.extended() ? ~frame.id() : frame.id();
  }
}
