package io.hdlgen.canids.log;

import java.nio.charset.StandardCharsets;

/** The text of one line, read from left to right, straight from its bytes. */
class LineText {
  private static final int SHOWN = 24;

  /** The bytes of the line, among others. */
  byte[] bytes = new byte[0];

  /** The next byte. */
  int position;

  /** The line ends before this. */
  int end;

  /**
   * Begins with a line, {@code end} exclusive, without its line end; blanks around it count not.
   */
  final void reset(byte[] line, int from, int to) {
    bytes = line;
    position = from;
    end = to;
    while (end > from && isBlank(line[end - 1])) {
      end--;
    }
    skipBlanks();
  }

  final boolean atEnd() {
    return position >= end;
  }

  /** The next byte; -1 at the end. */
  final int peek() {
    return position < end ? bytes[position] & 0xff : -1;
  }

  final int position() {
    return position;
  }

  final void back(int to) {
    position = to;
  }

  final void skipBlanks() {
    while (position < end && isBlank(bytes[position])) {
      position++;
    }
  }

  private static boolean isBlank(byte c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  /** Passes a character if it is the next one. */
  final boolean take(char c) {
    if (position < end && bytes[position] == c) {
      position++;
      return true;
    }
    return false;
  }

  /** Passes a character, which must be the next one. */
  final void expect(char c) throws MalformedLineException {
    if (!take(c)) {
      throw unexpected("'" + c + "'");
    }
  }

  /** Passes a text if it is next. */
  final boolean take(String text) {
    if (!startsWith(text)) {
      return false;
    }
    position += text.length();
    return true;
  }

  /** Whether a text of ASCII characters is next. */
  final boolean startsWith(String text) {
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
  final boolean contains(String text) {
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
  final String word() {
    int start = position;
    while (position < end && !isBlank(bytes[position])) {
      position++;
    }
    return new String(bytes, start, position - start, StandardCharsets.UTF_8);
  }

  /** Passes all up to the next blank if it is this word. */
  final boolean takeWord(byte[] word) {
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

  /** What is next, as something that must not be there. */
  final MalformedLineException unexpected(String expected) {
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
