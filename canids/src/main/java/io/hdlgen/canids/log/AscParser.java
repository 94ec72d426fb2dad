package io.hdlgen.canids.log;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lines {@code 2.501000 1 64 Rx d 8 00 01 02 03 04 05 06 07} of Vector ASC. */
final class AscParser extends LineParser {
  private static final List<String> HEADERS =
      List.of("date ", "internal ", "no internal ", "Begin ", "End ", "previous ");
  private static final List<String> EVENTS =
      List.of("Statistic:", "Status:", "Start of measurement", "J1939TP", "SV:", "TxRq", "LIN");
  private static final byte[] RECEIVED = "Rx".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SENT = "Tx".getBytes(StandardCharsets.US_ASCII);

  /** Codes 9 to 15 are sent with eight bytes, too. */
  private static final int MAX_LENGTH_CODE = 15;

  private static final int EXTENDED_DECIMAL_DIGITS = 9;

  private final ChannelFilter channel;
  private final Label unlabelled;
  private boolean isDecimal;
  private boolean isRelative;
  private long nowUs;

  AscParser(ReadMode mode) {
    channel = new ChannelFilter(mode.channel());
    unlabelled = mode.unlabelled();
  }

  @Override
  long otherChannels() {
    return channel.others();
  }

  @Override
  CanFrame parse(LineCursor line) throws MalformedLineException {
    if (line.take("base ")) {
      base(line);
      return null;
    }
    for (String header : HEADERS) {
      if (line.startsWith(header)) {
        return null;
      }
    }
    long timeUs = line.timeUs();
    nowUs = isRelative ? later(nowUs, timeUs) : timeUs;
    line.skipBlanks();
    if (line.startsWith("CANFD")) {
      throw new MalformedLineException("a CAN FD frame", "classical CAN");
    }
    int start = line.position();
    int number = line.decimal();
    line.back(start);
    boolean isEvent = number < 0;
    boolean ofBus = !isEvent && channel.passes(line);
    line.skipBlanks();
    if (line.startsWith("ErrorFrame")) {
      return errorFrame();
    }
    int digits = isEvent ? 0 : line.hexDigits();
    if (digits == 0 || digits > maxDigits() || line.contains("TxRq")) {
      return event(line);
    }
    CanFrame frame = frame(line, digits);
    if (!ofBus) {
      channel.leftOut();
      return null;
    }
    return frame;
  }

  private int maxDigits() {
    return isDecimal ? EXTENDED_DECIMAL_DIGITS : CandumpLogParser.EXTENDED_DIGITS;
  }

  private void base(LineCursor line) throws MalformedLineException {
    line.skipBlanks();
    isDecimal = line.startsWith("dec");
    if (!isDecimal && !line.startsWith("hex")) {
      throw line.unexpected("hex or dec");
    }
    isRelative = line.contains("relative");
  }

  /** A line that tells of something else than a frame. */
  private static CanFrame event(LineCursor line) throws MalformedLineException {
    for (String event : EVENTS) {
      if (line.contains(event)) {
        return null;
      }
    }
    throw line.unexpected("a channel and the identifier of a frame");
  }

  private CanFrame frame(LineCursor line, int digits) throws MalformedLineException {
    long number = isDecimal ? line.decimal() : line.hex(digits) & 0xffff_ffffL;
    boolean extended = line.take('x');
    int id = identifier(number, extended);
    line.skipBlanks();
    if (!line.takeWord(RECEIVED) && !line.takeWord(SENT)) {
      throw line.unexpected("Rx or Tx");
    }
    line.skipBlanks();
    boolean remote = line.take('r');
    if (!remote) {
      line.expect('d');
    }
    line.skipBlanks();
    int length = 0;
    if (!remote || line.hexDigits() > 0) {
      int code = line.hexDigits() == 1 ? line.hex(1) : line.decimal();
      length =
          code > CanFrame.MAX_LENGTH && code <= MAX_LENGTH_CODE
              ? CanFrame.MAX_LENGTH
              : length(code);
    }
    return new CanFrame(
        nowUs, id, extended, remote, length, remote ? 0 : data(line, length), unlabelled);
  }

  private long data(LineCursor line, int length) throws MalformedLineException {
    if (!isDecimal) {
      return spacedData(line, length);
    }
    long data = 0;
    for (int i = 0; i < length; i++) {
      line.skipBlanks();
      int value = line.decimal();
      if (value < 0 || value > 0xff) {
        throw line.unexpected("a data byte, 0 to 255");
      }
      data |= (long) value << 8 * i;
    }
    return data;
  }
}
