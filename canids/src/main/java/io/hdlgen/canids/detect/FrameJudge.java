package io.hdlgen.canids.detect;

import io.hdlgen.canids.frame.FrameSource;

/** Judges frames of one bus, each in the light of those before it. */
@FunctionalInterface
public interface FrameJudge {
  /** Judges all frames of a source. A judge begins anew with each source. */
  void judge(FrameSource frames, VerdictSink sink);
}
