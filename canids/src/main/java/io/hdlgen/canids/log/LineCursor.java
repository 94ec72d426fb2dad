package io.hdlgen.canids.log;

/** The numbers of one line, and its text. */
final class LineCursor extends LineText {
  private static final long MICROSECONDS = 1_000_000;
  private static final int FRACTION_DIGITS = 6;

  /** About 30,000 years: sums of such times stay far from overflow. */
  private static final long MAX_SECONDS = 1_000_000_000_000L;

  private static final byte[] HEX = new byte[256];

  static {
    for (int c = 0; c < HEX.length; c++) {
      HEX[c] = (byte) (c < 128 ? Character.digit(c, 16) : -1);
    }
  }

  /** A decimal number of seconds, in microseconds; what is beyond them is dropped. */
  long timeUs() throws MalformedLineException {
    int start = position;
    long seconds = 0;
    int c = peek();
    for (; c >= '0' && c <= '9' && seconds < MAX_SECONDS; c = peek()) {
      seconds = 10 * seconds + c - '0';
      position++;
    }
    if (position == start || seconds >= MAX_SECONDS) {
      position = start;
      throw unexpected("a time in seconds");
    }
    long fraction = 0;
    int digits = 0;
    if (take('.')) {
      for (c = peek(); c >= '0' && c <= '9'; c = peek(), digits++) {
        if (digits < FRACTION_DIGITS) {
          fraction = 10 * fraction + c - '0';
        }
        position++;
      }
      if (digits == 0) {
        throw unexpected("the digits behind the point of a time");
      }
    }
    for (; digits < FRACTION_DIGITS; digits++) {
      fraction *= 10;
    }
    return seconds * MICROSECONDS + fraction;
  }

  /** The number of hexadecimal digits that are next. */
  int hexDigits() {
    int stop = position;
    while (stop < end && HEX[bytes[stop] & 0xff] >= 0) {
      stop++;
    }
    return stop - position;
  }

  /** A number of so many hexadecimal digits, which must be there; at most 8. */
  int hex(int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      value = value << 4 | HEX[bytes[position++] & 0xff];
    }
    return value;
  }

  /** A byte of two hexadecimal digits. */
  int dataByte() throws MalformedLineException {
    if (end - position >= 2) {
      int high = HEX[bytes[position] & 0xff];
      int low = HEX[bytes[position + 1] & 0xff];
      if ((high | low) >= 0) {
        position += 2;
        return high << 4 | low;
      }
    }
    throw unexpected("a data byte of two hexadecimal digits");
  }

  /** A decimal number; -1 where there is none, or one of more than nine digits. */
  int decimal() {
    int start = position;
    int value = 0;
    for (int c = peek(); c >= '0' && c <= '9' && position - start < 9; c = peek()) {
      value = 10 * value + c - '0';
      position++;
    }
    return position == start || (peek() >= '0' && peek() <= '9') ? -1 : value;
  }
}
