package io.hdlgen.canids.evaluate;

import io.hdlgen.canids.baseline.IdWhitelist;
import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.FrameSource;
import io.hdlgen.canids.frame.Label;

/**
 * Frames that a log calls benign and that are probably not. The rule ({@link #RULE}) is one of
 * identifiers, and so it is kind to everything that looks at identifiers, a whitelist above all.
 */
public final class DoubtfulFrames {
  /** The rule. */
  public static final String RULE =
      "labelled benign, not before the first injected frame and at most 1 s after the last one,"
          + " with an identifier that no frame before the first injected one has";

  private static final long AFTER_US = 1_000_000;

  private final IdWhitelist before = new IdWhitelist();
  private Label attack = Label.UNKNOWN;
  private long firstUs = Long.MAX_VALUE;
  private long lastUs = Long.MIN_VALUE;

  private DoubtfulFrames() {}

  /** None. */
  public static DoubtfulFrames none() {
    return new DoubtfulFrames();
  }

  /** Those of a log, which is read to its end. */
  public static DoubtfulFrames of(FrameSource frames) {
    DoubtfulFrames doubtful = new DoubtfulFrames();
    for (CanFrame frame = frames.next(); frame != null; frame = frames.next()) {
      doubtful.look(frame);
    }
    return doubtful;
  }

  private void look(CanFrame frame) {
    if (frame.label().injected()) {
      if (firstUs == Long.MAX_VALUE) {
        firstUs = frame.timeUs();
        attack = frame.label();
      }
      lastUs = frame.timeUs();
    } else if (firstUs == Long.MAX_VALUE) {
      before.learn(frame);
    }
  }

  /** Whether a frame's label is doubtful. */
  public boolean contains(CanFrame frame) {
    return frame.label() == Label.BENIGN
        && frame.timeUs() >= firstUs
        && frame.timeUs() - AFTER_US <= lastUs
        && !before.knows(frame);
  }

  /** What such frames are, if they were injected: the log's first attack. */
  public Label attack() {
    return attack;
  }
}
