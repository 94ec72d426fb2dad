package io.hdlgen.quantizer.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The tokens of a JSON text. Text that is not JSON is a failure at the place of the reader. */
final class JsonTokens {
  private static final int SHOWN = 40;

  private final JsonParser parser;
  private final JsonPlace place;

  JsonTokens(String text, JsonPlace place) {
    this.place = place;
    try {
      parser = new JsonFactory().createParser(text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The token under the cursor; null behind the end. */
  JsonToken current() {
    return parser.currentToken();
  }

  /** Whether the token is an integer of at most 64 bits. */
  boolean isLong() {
    try {
      return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
          && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    } catch (IOException wrong) {
      throw notJson(wrong);
    }
  }

  long longValue() {
    try {
      return parser.getLongValue();
    } catch (IOException wrong) {
      throw notJson(wrong);
    }
  }

  /** The number that the token is; infinite beyond the range of a double. */
  double doubleValue() {
    return Double.parseDouble(text());
  }

  /** Passes over a value of any kind. */
  void skip() {
    try {
      parser.skipChildren();
    } catch (IOException wrong) {
      throw notJson(wrong);
    }
  }

  /** Goes on to the next token; null behind the end. */
  JsonToken next() {
    try {
      return parser.nextToken();
    } catch (IOException wrong) {
      throw notJson(wrong);
    }
  }

  /** The token as it stands; a string without its quotes. */
  String text() {
    try {
      return parser.getText();
    } catch (IOException wrong) {
      throw notJson(wrong);
    }
  }

  /** What the token is, for messages. */
  String found() {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return "an empty text";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "the string " + quote(text());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number " + shorten(text());
      case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> text();
      case FIELD_NAME, END_OBJECT, END_ARRAY, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          token.toString();
    };
  }

  private InvalidInputException notJson(IOException wrong) {
    String message =
        wrong instanceof JsonProcessingException jackson
            ? jackson.getOriginalMessage()
            : wrong.getMessage();
    var location = parser.currentLocation();
    return place.failure(
        "text that is not JSON at line %d, column %d (%s)"
            .formatted(
                location.getLineNr(), location.getColumnNr(), message.split(": enable ", 2)[0]),
        "JSON as docs/formats describes it",
        wrong);
  }

  /** The text in quotes, shortened if it is long. */
  static String quote(String text) {
    return "\"" + shorten(text) + "\"";
  }

  private static String shorten(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
