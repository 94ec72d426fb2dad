package io.hdlgen.canids.log;

import io.hdlgen.canids.frame.CanFrame;

/** Makes a frame of a line. One object for one log: it may learn from lines before. */
abstract class LineParser {
  private static final int STANDARD_BITS = 11;
  private static final int EXTENDED_BITS = 29;

  /** As large as the largest time of a line by itself. */
  private static final long MAX_TIME_US = 1_000_000_000_000_000_000L;

  private long errorFrames;

  /**
   * The frame of a line that has something in it; null where the line has none and need not.
   *
   * @throws MalformedLineException if the line is none of the format
   */
  abstract CanFrame parse(LineCursor line) throws MalformedLineException;

  /** Frames of other buses so far. */
  long otherChannels() {
    return 0;
  }

  /** Whether frames have times. */
  boolean timed() {
    return true;
  }

  /** Error frames so far. */
  final long errorFrames() {
    return errorFrames;
  }

  /** Leaves an error frame out. */
  final CanFrame errorFrame() {
    errorFrames++;
    return null;
  }

  /**
   * The time of a line that gives the one since the line before, if it is none beyond all times.
   */
  static long later(long beforeUs, long stepUs) throws MalformedLineException {
    long timeUs = beforeUs + stepUs;
    if (timeUs >= MAX_TIME_US) {
      throw new MalformedLineException("a time after more than 30,000 years", "an earlier one");
    }
    return timeUs;
  }

  /** The identifier itself, if it has no more bits than it may have. */
  static int identifier(long id, boolean extended) throws MalformedLineException {
    int bits = extended ? EXTENDED_BITS : STANDARD_BITS;
    if (id < 0 || id >>> bits != 0) {
      throw new MalformedLineException(
          "the identifier " + Long.toHexString(id), "one of at most " + bits + " bits");
    }
    return (int) id;
  }

  /** The length itself, if it is one of a classical frame. */
  static int length(int length) throws MalformedLineException {
    if (length < 0 || length > CanFrame.MAX_LENGTH) {
      throw new MalformedLineException(
          length < 0 ? "no data length" : "the data length " + length, "0 to 8: classical CAN");
    }
    return length;
  }

  /** The data bytes of a frame, each behind blanks. */
  static long spacedData(LineCursor line, int length) throws MalformedLineException {
    long data = 0;
    for (int i = 0; i < length; i++) {
      line.skipBlanks();
      data |= (long) line.dataByte() << 8 * i;
    }
    return data;
  }

  /** Nothing may be left of the line. */
  static void end(LineCursor line) throws MalformedLineException {
    line.skipBlanks();
    if (!line.atEnd()) {
      throw line.unexpected("the end of the line");
    }
  }
}
