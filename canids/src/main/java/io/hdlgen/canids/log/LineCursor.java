package io.hdlgen.canids.log;

import java.nio.charset.StandardCharsets;

/** Reads the parts of one line, from left to right, straight from its bytes. */
final class LineCursor {
  private static final long MICROSECONDS = 1_000_000;
  private static final int FRACTION_DIGITS = 6;

  /** About 30,000 years: sums of such times stay far from overflow. */
  private static final long MAX_SECONDS = 1_000_000_000_000L;

  private static final int SHOWN = 24;
  private static final byte[] HEX = new byte[256];

  static {
    for (int c = 0; c < HEX.length; c++) {
      HEX[c] = (byte) (c < 128 ? Character.digit(c, 16) : -1);
    }
  }

  private byte[] bytes = new byte[0];
  private int position;
  private int end;

  /**
   * Begins with a line, {@code end} exclusive, without its line end; blanks around it count not.
   */
  void reset(byte[] line, int from, int to) {
    bytes = line;
    position = from;
    end = to;
    while (end > from && isBlank(line[end - 1])) {
      end--;
    }
    skipBlanks();
  }

  boolean atEnd() {
    return position >= end;
  }

  /** The next byte; -1 at the end. */
  int peek() {
    return position < end ? bytes[position] & 0xff : -1;
  }

  int position() {
    return position;
  }

  void back(int to) {
    position = to;
  }

  void skipBlanks() {
    while (position < end && isBlank(bytes[position])) {
      position++;
    }
  }

  private static boolean isBlank(byte c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  /** Passes a character if it is the next one. */
  boolean take(char c) {
    if (position < end && bytes[position] == c) {
      position++;
      return true;
    }
    return false;
  }

  /** Passes a character, which must be the next one. */
  void expect(char c) throws MalformedLineException {
    if (!take(c)) {
      throw unexpected("'" + c + "'");
    }
  }

  /** Passes a text if it is next. */
  boolean take(String text) {
    if (!startsWith(text)) {
      return false;
    }
    position += text.length();
    return true;
  }

  /** Whether a text of ASCII characters is next. */
  boolean startsWith(String text) {
    if (end - position < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes[position + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the rest of the line has a text of ASCII characters. */
  boolean contains(String text) {
    int start = position;
    try {
      for (; position < end; position++) {
        if (startsWith(text)) {
          return true;
        }
      }
      return false;
    } finally {
      position = start;
    }
  }

  /** All up to the next blank. */
  String word() {
    int start = position;
    while (position < end && !isBlank(bytes[position])) {
      position++;
    }
    return new String(bytes, start, position - start, StandardCharsets.UTF_8);
  }

  /** Passes all up to the next blank if it is this word. */
  boolean takeWord(byte[] word) {
    int stop = position + word.length;
    if (stop > end || (stop < end && !isBlank(bytes[stop]))) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (bytes[position + i] != word[i]) {
        return false;
      }
    }
    position = stop;
    return true;
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

  /** What is next, as something that must not be there. */
  MalformedLineException unexpected(String expected) {
    return new MalformedLineException(rest(), expected);
  }

  private String rest() {
    if (atEnd()) {
      return "the end of the line";
    }
    int length = Math.min(end - position, SHOWN);
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < length; i++) {
      int c = bytes[position + i];
      text.append(c >= ' ' && c < 0x7f ? (char) c : '?');
    }
    return text.append(position + length < end ? "...\"" : "\"").toString();
  }
}
