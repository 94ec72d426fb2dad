package io.hdlgen.canids.log;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import java.util.List;

/** Rows of CSV, in any of the three kinds. */
final class CsvLines implements LineFormat {
  private static final List<String> SURVIVAL_HEADER =
      List.of(
          "Timestamp,CAN ID,DLC,DATA [0],DATA [1],DATA [2],DATA [3],DATA [4],DATA [5],DATA [6],"
              + "DATA [7],Flag");

  private final LogFormat format;
  private boolean hasFrames;
  private boolean hasLabels;

  CsvLines(LogFormat format) {
    this.format = format;
  }

  @Override
  public List<String> header() {
    return format == LogFormat.SURVIVAL ? SURVIVAL_HEADER : List.of();
  }

  @Override
  public boolean isUpperCase() {
    return format == LogFormat.SURVIVAL;
  }

  @Override
  public void write(CanFrame frame, LineBuffer line) throws UnwritableFrameException {
    check(frame);
    line.time(frame.timeUs(), 1);
    line.put(',');
    line.hex(frame.id(), frame.extended() ? 8 : 4);
    line.put(',');
    if (frame.remote()) {
      line.put('r');
    }
    line.digit(frame.length());
    line.data(frame, ',');
    for (int i = frame.length(); format == LogFormat.SURVIVAL && i < CanFrame.MAX_LENGTH; i++) {
      line.put(",00");
    }
    if (format == LogFormat.LABELLED) {
      line.put(',');
      line.put(LabelWords.of(frame.label()));
    } else if (hasLabels) {
      line.put(frame.label().injected() ? ",T" : ",R");
    }
  }

  private void check(CanFrame frame) throws UnwritableFrameException {
    if (format == LogFormat.LABELLED) {
      return;
    }
    if (frame.remote()) {
      throw new UnwritableFrameException("a remote frame", "a format that has them: labelled");
    }
    boolean isKnown = frame.label() != Label.UNKNOWN;
    if (!hasFrames) {
      hasFrames = true;
      hasLabels = isKnown;
    } else if (hasLabels != isKnown) {
      throw new UnwritableFrameException(
          isKnown ? "a frame with a label" : "a frame without a label",
          "labels for all frames or none; or the format labelled");
    }
  }
}
