package io.hdlgen.canids.log;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.FrameSource;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Reads a log, frame by frame, whatever its size. Lines that are no frames are counted and skipped,
 * and so are frames of other buses; frames keep the times of the log, also where those go
 * backwards. {@link #tally} tells of all that. With {@link ReadMode#strict}, malformed lines and
 * steps back in time are fatal.
 */
public final class LogReader implements FrameSource {
  /** How comments begin that say that the log is generated. */
  public static final String SYNTHETIC = "hdlgen synthetic";

  /** Enough to tell times from differences, few enough for a quiet bus. */
  private static final int FIRST_LINES = 12;

  private static final int[] BYTE_ORDER_MARK = {0xef, 0xbb, 0xbf};

  private final String name;
  private final InputStream in;
  private final LineBlocks blocks;
  private final LogFormat format;
  private final LineParser parser;
  private final LineCursor line = new LineCursor();
  private final LogComments comments = new LogComments();
  private final ReadCounts counts;

  private byte[] bytes = new byte[0];
  private int position;
  private int length;

  private LogReader(LogSource source, ReadMode mode) {
    name = source.name();
    in = source.open();
    counts = new ReadCounts(name, mode.strict());
    blocks = new LineBlocks(in, name, mode.format().isPresent() ? 1 : FIRST_LINES);
    try {
      advance();
      if (startsWithByteOrderMark()) {
        position = BYTE_ORDER_MARK.length;
      }
      format =
          mode.format()
              .orElseGet(() -> new FormatDetector(bytes, position, length, mode).detect(name));
      checkChannel(mode);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    parser = FormatDetector.parser(format, mode);
  }

  /**
   * Opens a log and finds its format, for which it waits for the first lines.
   *
   * @throws InvalidInputException if there is no such log, it is of no known format, or of one that
   *     has no channels and one is named
   */
  public static LogReader open(LogSource source, ReadMode mode) {
    return new LogReader(source, mode);
  }

  private void checkChannel(ReadMode mode) {
    if (mode.channel().isPresent() && !format.hasChannels()) {
      throw new InvalidInputException(
          "--channel",
          "a name, and a log in the format " + format.word() + ", which has none",
          "no --channel for " + name);
    }
  }

  /** The log's format. */
  public LogFormat format() {
    return format;
  }

  /**
   * The next frame; null after the last. Waits for it where the source is live.
   *
   * @throws InvalidInputException if the source cannot be read on; if it is strict and a line is
   *     malformed
   */
  @Override
  public CanFrame next() {
    while (position < length || advance()) {
      int end = position;
      while (end < length && bytes[end] != '\n') {
        end++;
      }
      line.reset(bytes, position, end);
      position = end + 1;
      counts.line();
      CanFrame frame = parse();
      if (frame != null) {
        counts.frame(frame);
        return frame;
      }
    }
    return null;
  }

  /** What was met so far. */
  public ReadTally tally() {
    return counts.tally(format, parser, comments.synthetic());
  }

  /**
   * The suspensions that comments have told of so far, each before the first frame within it; may
   * be asked by another thread.
   */
  public List<Suspension> suspensions() {
    return comments.suspensions();
  }

  /** Bytes read of the source so far, of {@link LogSource#size}; some of them lie ahead. */
  public long bytesRead() {
    return blocks.bytesRead();
  }

  /** Stops reading; closes the stream, also one that was given. */
  @Override
  public void close() {
    blocks.close();
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CanFrame parse() {
    if (line.atEnd()) {
      return null;
    }
    if (line.peek() == '#' || line.startsWith("//")) {
      comments.read(line);
      return null;
    }
    try {
      return parser.parse(line);
    } catch (MalformedLineException e) {
      counts.malformed(e);
      return null;
    }
  }

  private boolean advance() {
    if (!blocks.next()) {
      position = 0;
      length = 0;
      return false;
    }
    bytes = blocks.bytes();
    position = 0;
    length = blocks.length();
    return true;
  }

  private boolean startsWithByteOrderMark() {
    for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
      if (i >= length || (bytes[i] & 0xff) != BYTE_ORDER_MARK[i]) {
        return false;
      }
    }
    return true;
  }
}
