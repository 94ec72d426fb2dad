package io.hdlgen.canids.log;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;

/** Lines {@code (1436509052.249713) vcan0 044#2A366C2BBA} of {@code candump -L}. */
final class CandumpLogParser extends LineParser {
  static final int STANDARD_DIGITS = 3;
  static final int EXTENDED_DIGITS = 8;

  /** Bit of the identifier that tells an error frame, {@code CAN_ERR_FLAG} of SocketCAN. */
  static final int ERROR_FLAG = 0x2000_0000;

  private final ChannelFilter channel;
  private final Label unlabelled;

  CandumpLogParser(ReadMode mode) {
    channel = new ChannelFilter(mode.channel());
    unlabelled = mode.unlabelled();
  }

  @Override
  long otherChannels() {
    return channel.others();
  }

  @Override
  CanFrame parse(LineCursor line) throws MalformedLineException {
    line.expect('(');
    long timeUs = line.timeUs();
    line.expect(')');
    line.skipBlanks();
    boolean ofBus = channel.passes(line);
    line.skipBlanks();
    CanFrame frame = frame(line, timeUs);
    if (frame != null && !ofBus) {
      channel.leftOut();
      return null;
    }
    return frame;
  }

  private CanFrame frame(LineCursor line, long timeUs) throws MalformedLineException {
    int digits = line.hexDigits();
    if (digits != STANDARD_DIGITS && digits != EXTENDED_DIGITS) {
      throw line.unexpected("an identifier of three hexadecimal digits, extended of eight");
    }
    boolean extended = digits == EXTENDED_DIGITS;
    int id = line.hex(digits);
    if (extended && id >= 0 && (id & ERROR_FLAG) != 0) {
      return errorFrame();
    }
    id = identifier(id & 0xffff_ffffL, extended);
    line.expect('#');
    if (line.peek() == '#') {
      throw new MalformedLineException("a CAN FD frame", "classical CAN");
    }
    boolean remote = line.take('R');
    int length;
    long data = 0;
    if (remote) {
      length = line.hexDigits() == 0 ? 0 : length(line.decimal());
    } else {
      length = length(line.hexDigits() + 1 >> 1);
      for (int i = 0; i < length; i++) {
        data |= (long) line.dataByte() << 8 * i;
      }
    }
    if (length == CanFrame.MAX_LENGTH && line.take('_') && line.hexDigits() == 1) {
      // The code 9 to 15 with which the eight bytes were sent.
      line.hex(1);
    }
    line.skipBlanks();
    if (!line.take('R')) {
      // With -x, candump says whether a frame was received or sent; that is no label.
      line.take('T');
    }
    end(line);
    return new CanFrame(timeUs, id, extended, remote, length, data, unlabelled);
  }
}
