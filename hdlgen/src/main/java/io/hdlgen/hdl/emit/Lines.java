package io.hdlgen.hdl.emit;

import java.util.List;

/** Breaks long lists into lines. */
final class Lines {
  private static final int MAX_LENGTH = 96;

  private Lines() {}

  /** The parts with separators between them, on one line or on as many as it takes. */
  static String wrap(List<String> parts, String separator) {
    StringBuilder text = new StringBuilder();
    int length = 0;
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i) + (i + 1 < parts.size() ? separator : "");
      if (length > 0 && length + part.length() > MAX_LENGTH) {
        while (text.charAt(text.length() - 1) == ' ') {
          text.setLength(text.length() - 1);
        }
        text.append("\n      ");
        length = 0;
      }
      text.append(part);
      length += part.length();
    }
    return text.toString();
  }
}
