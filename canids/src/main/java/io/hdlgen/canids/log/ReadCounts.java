package io.hdlgen.canids.log;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/** Counts what reading a log meets; what must not be is fatal where the log is read strictly. */
final class ReadCounts {
  private static final int LISTED = 10;

  private final String name;
  private final boolean isStrict;
  private final List<MalformedLine> firstMalformed = new ArrayList<>();
  private long lines;
  private long frames;
  private long malformed;
  private long backwards;
  private long firstBackwards;
  private long lastUs = Long.MIN_VALUE;

  /**
   * @param name what messages call the log
   */
  ReadCounts(String name, boolean isStrict) {
    this.name = name;
    this.isStrict = isStrict;
  }

  /** The next line begins. */
  void line() {
    lines++;
  }

  /** It is a frame. */
  void frame(CanFrame frame) {
    frames++;
    if (frame.timeUs() < lastUs) {
      backwards(frame);
    }
    lastUs = frame.timeUs();
  }

  /** It should be a frame, and is none. */
  void malformed(MalformedLineException e) {
    if (isStrict) {
      throw new InvalidInputException(place(), e.found(), e.expected());
    }
    if (firstMalformed.size() < LISTED) {
      firstMalformed.add(new MalformedLine(lines, e.getMessage()));
    }
    malformed++;
  }

  private void backwards(CanFrame frame) {
    if (isStrict) {
      throw new InvalidInputException(
          place(),
          "a time %d us before the one before it".formatted(lastUs - frame.timeUs()),
          "times that do not go backwards; without --strict they may");
    }
    if (backwards == 0) {
      firstBackwards = lines;
    }
    backwards++;
  }

  private String place() {
    return name + ": line " + lines;
  }

  /** All of it. */
  ReadTally tally(LogFormat format, LineParser parser, boolean synthetic) {
    return new ReadTally(
        format,
        synthetic,
        parser.timed(),
        lines,
        frames,
        malformed,
        firstMalformed,
        parser.otherChannels(),
        parser.errorFrames(),
        backwards,
        firstBackwards);
  }
}
