package io.hdlgen.quantizer.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.io.NumberOutput;

/** Single values as JSON text, the same on every machine. */
final class JsonText {
  private JsonText() {}

  /** A string in quotes; no escapes but those that JSON demands. */
  static String quote(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }

  /**
   * The shortest text that reads back as the same double. {@code Double.toString} gives it from JDK
   * 19 on only, and the text is to be the same on each.
   */
  static String number(double value) {
    return NumberOutput.toString(value, true);
  }
}
