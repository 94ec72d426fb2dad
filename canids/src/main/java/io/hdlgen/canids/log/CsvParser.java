package io.hdlgen.canids.log;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;

/**
 * Rows {@code time,id,length,data...,label}. Reads all three kinds: as many data columns as the
 * frame has bytes or always eight, and labels {@code R} and {@code T}, words, or none.
 */
final class CsvParser extends LineParser {
  private static final int STANDARD_DIGITS = 4;
  private static final int EXTENDED_DIGITS = 8;

  private final Label injected;
  private final Label unlabelled;
  private boolean hasFrames;
  private boolean hasLabels;
  private boolean hasHeader;
  private boolean hasPadding;
  private boolean hasWords;

  CsvParser(ReadMode mode) {
    injected = mode.injected();
    unlabelled = mode.unlabelled();
  }

  /** The format, from what was read so far. */
  LogFormat format() {
    if (hasWords) {
      return LogFormat.LABELLED;
    }
    return hasHeader || hasPadding ? LogFormat.SURVIVAL : LogFormat.CAR_HACKING;
  }

  @Override
  CanFrame parse(LineCursor line) throws MalformedLineException {
    if (!hasFrames && !hasHeader && line.startsWith("Timestamp,")) {
      hasHeader = true;
      return null;
    }
    long timeUs = line.timeUs();
    line.expect(',');
    int digits = line.hexDigits();
    if (digits == 0 || digits > EXTENDED_DIGITS) {
      throw line.unexpected("an identifier of four hexadecimal digits, extended of eight");
    }
    boolean extended = digits > STANDARD_DIGITS;
    int id = identifier(line.hex(digits) & 0xffff_ffffL, extended);
    line.expect(',');
    boolean remote = line.take('r');
    int length = length(line.decimal());
    long data = 0;
    if (!remote) {
      for (int i = 0; i < length; i++) {
        line.expect(',');
        data |= (long) line.dataByte() << 8 * i;
      }
    }
    padding(line, remote ? 0 : length);
    Label label = label(line);
    hasFrames = true;
    return new CanFrame(timeUs, id, extended, remote, length, data, label);
  }

  /** Passes the columns beyond the data, which fill up to eight or are not there. */
  private void padding(LineCursor line, int length) throws MalformedLineException {
    int columns = length;
    while (true) {
      int start = line.position();
      if (!line.take(',')) {
        break;
      }
      if (line.hexDigits() == 2) {
        line.hex(2);
      }
      if (line.peek() != ',' && !line.atEnd() || line.position() == start + 1 && line.atEnd()) {
        line.back(start);
        break;
      }
      columns++;
    }
    if (columns != length) {
      if (columns != CanFrame.MAX_LENGTH) {
        throw new MalformedLineException(
            columns + " data columns", length + " as the length says, or eight");
      }
      hasPadding = true;
    }
  }

  private Label label(LineCursor line) throws MalformedLineException {
    Label label;
    if (line.atEnd()) {
      label = null;
    } else {
      line.expect(',');
      if (line.take('R')) {
        label = Label.BENIGN;
      } else if (line.take('T')) {
        label = injected;
      } else {
        label = LabelWords.take(line);
        hasWords = label != null;
      }
      if (label == null || !line.atEnd()) {
        throw line.unexpected("R, T or a word for what the frame is, and the end of the line");
      }
    }
    if (!hasFrames) {
      hasLabels = label != null;
    } else if (hasLabels != (label != null)) {
      throw new MalformedLineException(
          label == null ? "no label" : "a label",
          hasLabels ? "one as in the lines before" : "none as in the lines before");
    }
    return label == null ? unlabelled : label;
  }
}
