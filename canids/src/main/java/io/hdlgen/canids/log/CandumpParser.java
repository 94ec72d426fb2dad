package io.hdlgen.canids.log;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import java.nio.charset.StandardCharsets;

/** Lines {@code (1436509052.249713) vcan0 044 [5] 2A 36 6C 2B BA} that candump prints. */
final class CandumpParser extends LineParser {
  private static final byte[] RECEIVED = "RX".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SENT = "TX".getBytes(StandardCharsets.US_ASCII);

  private final ChannelFilter channel;
  private final Label unlabelled;
  private final boolean isDelta;
  private boolean timed;
  private long nowUs;

  /**
   * @param isDelta whether times are those since the line before
   */
  CandumpParser(ReadMode mode, boolean isDelta) {
    channel = new ChannelFilter(mode.channel());
    unlabelled = mode.unlabelled();
    this.isDelta = isDelta;
  }

  @Override
  boolean timed() {
    return timed;
  }

  @Override
  long otherChannels() {
    return channel.others();
  }

  @Override
  CanFrame parse(LineCursor line) throws MalformedLineException {
    if (line.peek() == '(') {
      long timeUs = CandumpTime.parse(line);
      nowUs = isDelta ? later(nowUs, timeUs) : timeUs;
      timed = true;
      line.skipBlanks();
    } else {
      nowUs = 0;
    }
    boolean ofBus = channel.passes(line);
    line.skipBlanks();
    if (line.takeWord(RECEIVED) || line.takeWord(SENT)) {
      // With -x: the direction, and two characters for bit-rate switch and error state.
      for (int i = 0; i < 2; i++) {
        line.skipBlanks();
        line.word();
      }
      line.skipBlanks();
    }
    CanFrame frame = frame(line);
    if (frame != null && !ofBus) {
      channel.leftOut();
      return null;
    }
    return frame;
  }

  private CanFrame frame(LineCursor line) throws MalformedLineException {
    int digits = line.hexDigits();
    if (digits != CandumpLogParser.STANDARD_DIGITS && digits != CandumpLogParser.EXTENDED_DIGITS) {
      throw line.unexpected("an identifier of three hexadecimal digits, extended of eight");
    }
    boolean extended = digits == CandumpLogParser.EXTENDED_DIGITS;
    int id = line.hex(digits);
    if (extended && id >= 0 && (id & CandumpLogParser.ERROR_FLAG) != 0) {
      return errorFrame();
    }
    id = identifier(id & 0xffff_ffffL, extended);
    line.skipBlanks();
    line.expect('[');
    if (line.hexDigits() == 2) {
      throw new MalformedLineException("a CAN FD frame", "classical CAN");
    }
    int length = length(line.decimal());
    line.expect(']');
    line.skipBlanks();
    boolean remote = line.take("remote request");
    long data = remote ? 0 : spacedData(line, length);
    line.skipBlanks();
    if (line.peek() != '\'') {
      // Without -a, which shows the data as characters, too.
      end(line);
    }
    return new CanFrame(nowUs, id, extended, remote, length, data, unlabelled);
  }
}
