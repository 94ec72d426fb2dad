package io.hdlgen.canids.feature;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import java.util.Arrays;

/**
 * Makes features of the frames of one bus, one after the other. One frame takes constant time and
 * no memory, but for what the caller allocates.
 *
 * <p>Frames that were not received right are not shown to {@link #next}; they change nothing.
 */
public final class FeatureExtractor {
  /** Length of a tick, in microseconds; a power of two. */
  public static final int TICK_US = 64;

  /** Bits of a tick: they turn over after 67 seconds. */
  public static final int TICK_BITS = 20;

  /** Base identifiers that there are. */
  public static final int IDS = 2048;

  /** Frames whose identifiers are remembered. */
  public static final int RECENT = 16;

  /** Largest code of a field of four bits. */
  public static final int MOST = 15;

  private static final int UNSEEN = -1;
  private static final int TICK_MASK = (1 << TICK_BITS) - 1;

  private final FrameField[] fields;
  private final int window;
  private final boolean bitwise;
  private final int featuresOfFrame;

  /** Of the last frames and the one that is looked at. */
  private final int[] codes;

  private final Label[] labels;
  private final int[] lastTicks = new int[IDS];
  private final int[] recentCounts = new int[IDS];
  private final int[] recentIds = new int[RECENT];
  private long frames;
  private boolean taken;

  public FeatureExtractor(FeatureSpec spec) {
    this.fields = spec.fields().toArray(FrameField[]::new);
    this.window = spec.window();
    this.bitwise = spec.form() == InputForm.BITS;
    this.featuresOfFrame = spec.featuresOfFrame();
    this.codes = new int[spec.features()];
    this.labels = new Label[window];
    clear();
  }

  /** Forgets all frames. */
  public void clear() {
    Arrays.fill(codes, 0);
    Arrays.fill(labels, Label.UNKNOWN);
    Arrays.fill(lastTicks, UNSEEN);
    Arrays.fill(recentCounts, 0);
    Arrays.fill(recentIds, UNSEEN);
    frames = 0;
    taken = false;
  }

  /**
   * Takes a frame.
   *
   * @return codes of the window that ends with it, in the order of the features; null until the
   *     window is full. The array is the extractor's own and holds until the next call.
   */
  public int[] next(CanFrame frame) {
    int[] result = preview(frame);
    remember(frame);
    return result;
  }

  /**
   * What {@link #next} would give, of a frame that is not known to be right: the frame is not
   * remembered.
   */
  public int[] preview(CanFrame frame) {
    int newest = codes.length - featuresOfFrame;
    if (taken) {
      System.arraycopy(codes, featuresOfFrame, codes, 0, newest);
      System.arraycopy(labels, 1, labels, 0, window - 1);
      taken = false;
    }
    int id = baseId(frame);
    int place = newest;
    for (FrameField field : fields) {
      int code = code(field, frame, id);
      if (!bitwise) {
        codes[place++] = code;
        continue;
      }
      for (int bit = 0; bit < field.bits(); bit++) {
        codes[place++] = code >> bit & 1;
      }
    }
    labels[window - 1] = frame.label();
    return frames >= window - 1 ? codes : null;
  }

  /**
   * The codes of the last {@link #next} or {@link #preview}, whether or not the window is full; 0
   * of frames that it lacks.
   */
  public int[] codes() {
    return codes;
  }

  /**
   * What the window of the last codes is: the label of its newest injected frame, or of its newest
   * frame if none was injected.
   */
  public Label label() {
    for (int i = window - 1; i >= 0; i--) {
      if (labels[i].injected()) {
        return labels[i];
      }
    }
    return labels[window - 1];
  }

  /** The 11 bits of an identifier that come first on the wire. */
  public static int baseId(CanFrame frame) {
    return frame.extended() ? frame.id() >> 18 : frame.id();
  }

  private void remember(CanFrame frame) {
    int id = baseId(frame);
    lastTicks[id] = tick(frame);
    int place = (int) (frames % RECENT);
    if (recentIds[place] != UNSEEN) {
      recentCounts[recentIds[place]]--;
    }
    recentIds[place] = id;
    recentCounts[id]++;
    frames++;
    taken = true;
  }

  private int code(FrameField field, CanFrame frame, int id) {
    return switch (field) {
      case ID_HIGH -> id >> 8;
      case ID_LOW -> id & 0xff;
      case LENGTH -> frame.length();
      case BYTE_0, BYTE_1, BYTE_2, BYTE_3, BYTE_4, BYTE_5, BYTE_6, BYTE_7 ->
          frame.dataByte(field.dataByte());
      case REMOTE -> frame.remote() ? 1 : 0;
      case EXTENDED -> frame.extended() ? 1 : 0;
      case GAP -> gap(frame, id);
      case SAME_ID -> Math.min(MOST, recentCounts[id]);
    };
  }

  private int gap(CanFrame frame, int id) {
    if (lastTicks[id] == UNSEEN) {
      return MOST;
    }
    int ticks = (tick(frame) - lastTicks[id]) & TICK_MASK;
    return Math.min(MOST, Integer.SIZE - Integer.numberOfLeadingZeros(ticks));
  }

  private static int tick(CanFrame frame) {
    return (int) Math.floorDiv(frame.timeUs(), TICK_US) & TICK_MASK;
  }
}
