package io.hdlgen.canids.log;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.quantizer.error.InvalidInputException;

/** Finds the format of a log by reading its first lines as each of them. */
final class FormatDetector {
  /** Lines that are looked at, at most. */
  private static final int MAX_LINES = 500;

  /** Of the steps between differences about half go down, of those between times hardly any. */
  private static final int DELTA_SHARE = 4;

  /** Differences are not above this: some 11 days, in microseconds. */
  private static final long MAX_DELTA_US = 1_000_000_000_000L;

  private final byte[] bytes;
  private final int from;
  private final int length;
  private final ReadMode mode;

  private int frames;
  private int stepsDown;
  private long maxUs;

  /** Looks at the lines in {@code bytes} between {@code from} and {@code length}. */
  FormatDetector(byte[] bytes, int from, int length, ReadMode mode) {
    this.bytes = bytes;
    this.from = from;
    this.length = length;
    this.mode = mode;
  }

  /** A parser for this format; all kinds of CSV have the same. */
  static LineParser parser(LogFormat format, ReadMode mode) {
    return switch (format) {
      case LABELLED, CAR_HACKING, SURVIVAL -> new CsvParser(mode);
      case NORMAL_RUN -> new NormalRunParser(mode);
      case CANDUMP_LOG -> new CandumpLogParser(mode);
      case CANDUMP -> new CandumpParser(mode, false);
      case CANDUMP_DELTA -> new CandumpParser(mode, true);
      case ASC -> new AscParser(mode);
    };
  }

  /**
   * The format under which most lines are frames.
   *
   * @throws InvalidInputException if none is under any
   */
  LogFormat detect(String name) {
    LogFormat best = null;
    int most = 0;
    for (LogFormat format : LogFormat.values()) {
      LineParser parser = parser(format, mode);
      read(parser);
      if (frames > most) {
        most = frames;
        best = refined(format, parser);
      }
    }
    if (best == null) {
      throw new InvalidInputException(
          name,
          length == from ? "nothing in it" : "no CAN frame in its first lines",
          "a log of CAN frames, or its format named: " + LogFormat.words());
    }
    return best;
  }

  private LogFormat refined(LogFormat format, LineParser parser) {
    if (parser instanceof CsvParser csv) {
      return csv.format();
    }
    boolean isDelta =
        format == LogFormat.CANDUMP && maxUs <= MAX_DELTA_US && stepsDown * DELTA_SHARE > frames;
    return isDelta ? LogFormat.CANDUMP_DELTA : format;
  }

  private void read(LineParser parser) {
    frames = 0;
    stepsDown = 0;
    maxUs = 0;
    long lastUs = 0;
    LineCursor line = new LineCursor();
    int start = from;
    for (int lines = 0; lines < MAX_LINES && start < length; lines++) {
      int end = start;
      while (end < length && bytes[end] != '\n') {
        end++;
      }
      line.reset(bytes, start, end);
      start = end + 1;
      CanFrame frame = null;
      try {
        frame = line.atEnd() || line.peek() == '#' ? null : parser.parse(line);
      } catch (MalformedLineException e) {
        // The format with fewer of these wins.
        continue;
      }
      if (frame != null) {
        frames++;
        stepsDown += frame.timeUs() < lastUs ? 1 : 0;
        lastUs = frame.timeUs();
        // The first may be the time itself.
        maxUs = frames == 1 ? 0 : Math.max(maxUs, lastUs);
      }
    }
  }
}
