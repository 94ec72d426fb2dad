package io.hdlgen.canids.evaluate;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import java.util.Arrays;

/** What the windows of a log are, frame by frame, by the labels as they are used. */
final class Truth {
  private final DoubtfulFrames doubtful;
  private final LabelUse use;
  private final Label[] labels;
  private final boolean[] doubts;
  private long frames;

  Truth(DoubtfulFrames doubtful, LabelUse use, int window) {
    this.doubtful = doubtful;
    this.use = use;
    this.labels = new Label[window];
    this.doubts = new boolean[window];
    Arrays.fill(labels, Label.UNKNOWN);
  }

  void next(CanFrame frame) {
    int place = (int) (frames++ % labels.length);
    doubts[place] = use != LabelUse.AS_GIVEN && doubtful.contains(frame);
    labels[place] = doubts[place] && use == LabelUse.RELABELLED ? doubtful.attack() : frame.label();
  }

  /** What the last frame is. */
  Label frame() {
    return labels[(int) ((frames - 1) % labels.length)];
  }

  /** What the window is: its newest injected frame, else its newest frame. */
  Label window() {
    for (long age = 1; age <= Math.min(frames, labels.length); age++) {
      Label label = labels[(int) ((frames - age) % labels.length)];
      if (label.injected()) {
        return label;
      }
    }
    return frame();
  }

  /** Whether the window counts. */
  boolean counts() {
    if (use == LabelUse.LEFT_OUT) {
      for (boolean doubt : doubts) {
        if (doubt) {
          return false;
        }
      }
    }
    return true;
  }
}
