package io.hdlgen.canids.log;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;

/** Lines {@code Timestamp: 1479121434.850202 ID: 0350 000 DLC: 8 05 28 84 66 6d 00 00 a2}. */
final class NormalRunParser extends LineParser {
  private static final int STANDARD_DIGITS = 4;
  private static final int EXTENDED_DIGITS = 8;

  private final Label unlabelled;

  NormalRunParser(ReadMode mode) {
    unlabelled = mode.unlabelled();
  }

  @Override
  CanFrame parse(LineCursor line) throws MalformedLineException {
    name(line, "Timestamp:");
    long timeUs = line.timeUs();
    name(line, "ID:");
    int digits = line.hexDigits();
    if (digits == 0 || digits > EXTENDED_DIGITS) {
      throw line.unexpected("an identifier of four hexadecimal digits, extended of eight");
    }
    boolean extended = digits > STANDARD_DIGITS;
    int id = identifier(line.hex(digits) & 0xffff_ffffL, extended);
    line.skipBlanks();
    boolean remote = line.startsWith("100");
    if (!remote && !line.startsWith("000")) {
      throw line.unexpected("000, or 100 for a remote frame");
    }
    line.word();
    name(line, "DLC:");
    int length = length(line.decimal());
    long data = remote ? 0 : spacedData(line, length);
    end(line);
    return new CanFrame(timeUs, id, extended, remote, length, data, unlabelled);
  }

  private static void name(LineCursor line, String name) throws MalformedLineException {
    line.skipBlanks();
    if (!line.take(name)) {
      throw line.unexpected(name);
    }
    line.skipBlanks();
  }
}
