package io.hdlgen.canids.evaluate;

import io.hdlgen.canids.frame.Label;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Bursts of attacks and how soon they are met. A burst is a run of injected frames of one label
 * with less than a second between two of them. It is detected by the first alert on a window with
 * one of its frames.
 */
final class Bursts {
  private static final long GAP_US = 1_000_000;

  /**
   * A burst.
   *
   * @param us from its first frame to the alert, 0 where times have stepped back between; -1
   *     without an alert
   * @param frames on the bus from its first frame, 1, to the one with the alert
   */
  record Burst(long us, long frames) {
    boolean detected() {
      return us >= 0;
    }
  }

  private final Map<Label, List<Burst>> bursts = new EnumMap<>(Label.class);
  private Label label = Label.UNKNOWN;
  private long firstUs;
  private long lastUs;
  private long frames;
  private Burst found;

  /**
   * Adds a frame on the bus.
   *
   * @param alert whether its window counts, and has an alert
   */
  void add(long timeUs, Label frame, Label window, boolean alert) {
    if (frame.injected()) {
      if (frame != label || timeUs - lastUs >= GAP_US) {
        end();
        label = frame;
        firstUs = timeUs;
        frames = 0;
        found = null;
      }
      lastUs = timeUs;
    }
    frames++;
    if (alert && found == null && window == label) {
      found = new Burst(Math.max(0, timeUs - firstUs), frames);
    }
  }

  private void end() {
    if (label.injected()) {
      bursts
          .computeIfAbsent(label, key -> new ArrayList<>())
          .add(found == null ? new Burst(-1, 0) : found);
    }
    label = Label.UNKNOWN;
  }

  /** All bursts of a label, in the order of time. Ends the last one. */
  List<Burst> of(Label attack) {
    end();
    return bursts.getOrDefault(attack, List.of());
  }
}
