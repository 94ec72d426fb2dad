package io.hdlgen.quantizer.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Walks through a JSON text once, value by value, and knows its place: {@code
 * layers[1].weights[3]}. Whatever is not as expected is an {@link InvalidInputException}.
 *
 * <p>Each method that reads a value expects the cursor on its first token and leaves it on its
 * last.
 */
final class JsonCursor {
  private static final int SHOWN = 40;

  private final JsonParser parser;
  private final JsonPlace place;

  JsonCursor(String text, String source) {
    this.place = new JsonPlace(source);
    try {
      parser = new JsonFactory().createParser(text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    next();
  }

  /** A failure at the current place. */
  InvalidInputException failure(String found, String expected) {
    return place.failure(found, expected);
  }

  /** A failure at {@code step} below the current place. */
  InvalidInputException failureAt(String step, String found, String expected) {
    return at(step, () -> failure(found, expected));
  }

  /** Does some work at {@code step} below the current place. */
  <T> T at(String step, Supplier<T> work) {
    return place.at(step, work);
  }

  /**
   * Reads an object: calls {@code member} on the value of each key.
   *
   * @param keys all keys that may occur
   * @return the keys that occurred
   */
  Set<String> object(List<String> keys, Consumer<String> member) {
    return members(
        key -> {
          if (!keys.contains(key)) {
            throw failure(
                "the unknown key " + quote(key), "no keys but " + String.join(", ", keys));
          }
          at(
              key,
              () -> {
                member.accept(key);
                return key;
              });
          return true;
        });
  }

  /**
   * Reads an object with any keys, each once: calls {@code member} on each key, with the cursor on
   * its value, for as long as it says true.
   */
  Set<String> members(Predicate<String> member) {
    expect(JsonToken.START_OBJECT, "an object");
    Set<String> seen = new LinkedHashSet<>();
    boolean more = true;
    while (more && next() != JsonToken.END_OBJECT) {
      String key = text();
      if (!seen.add(key)) {
        throw failure("the key " + quote(key) + " twice", "every key once");
      }
      next();
      more = member.test(key);
    }
    return seen;
  }

  /** Refuses an object that lacks one of {@code keys}. */
  void require(Set<String> seen, List<String> keys) {
    for (String key : keys) {
      if (!seen.contains(key)) {
        throw failure("no key " + quote(key), "the keys " + String.join(", ", keys));
      }
    }
  }

  /** Reads an array of at most {@code most} elements, each with {@code element}. */
  <T> List<T> array(String what, int most, Supplier<T> element) {
    expect(JsonToken.START_ARRAY, "an array of " + what);
    List<T> elements = new ArrayList<>();
    while (next() != JsonToken.END_ARRAY) {
      if (elements.size() == most) {
        throw failure("more than " + most + " elements", "at most " + most + " " + what);
      }
      elements.add(at("[" + elements.size() + "]", element));
    }
    return elements;
  }

  /** Reads an array of at most {@code most} integers. */
  long[] integers(String what, int most) {
    expect(JsonToken.START_ARRAY, "an array of " + what);
    long[] values = new long[16];
    int size = 0;
    while (next() != JsonToken.END_ARRAY) {
      if (size == most) {
        throw failure("more than " + most + " elements", "at most " + most + " " + what);
      }
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      int index = size;
      if (!isLong()) {
        throw at("[" + index + "]", this::notAnInteger);
      }
      values[size++] = longValue();
    }
    return Arrays.copyOf(values, size);
  }

  /** Reads an integer. */
  long integer() {
    if (!isLong()) {
      throw notAnInteger();
    }
    return longValue();
  }

  /** Reads an integer in {@code min .. max}. */
  long integer(long min, long max) {
    long value = integer();
    if (value < min || value > max) {
      throw failure(Long.toString(value), "an integer from " + min + " to " + max);
    }
    return value;
  }

  /** Reads a number, which is finite. */
  double number() {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
      throw failure(found(), "a number");
    }
    double value = Double.parseDouble(text());
    if (!Double.isFinite(value)) {
      throw failure(found(), "a number within the range of a double");
    }
    return value;
  }

  /** Reads a string that is not blank. */
  String string() {
    expect(JsonToken.VALUE_STRING, "a string");
    String value = text();
    if (value.isBlank()) {
      throw failure(quote(value), "a string that is not blank");
    }
    return value;
  }

  /** Reads the name of one of {@code constants}, in lower case. */
  <E extends Enum<E>> E constant(E[] constants) {
    List<String> names = new ArrayList<>();
    for (E constant : constants) {
      names.add(constant.name().toLowerCase(Locale.ROOT));
    }
    expect(JsonToken.VALUE_STRING, "one of " + String.join(", ", names));
    int index = names.indexOf(text());
    if (index < 0) {
      throw failure(quote(text()), "one of " + String.join(", ", names));
    }
    return constants[index];
  }

  /** Passes over a value of any kind. */
  void skip() {
    try {
      parser.skipChildren();
    } catch (IOException wrong) {
      throw notJson(wrong);
    }
  }

  /** Refuses anything behind the value. */
  void end() {
    if (next() != null) {
      throw failure(found() + " behind the end", "one object and nothing else");
    }
  }

  private boolean isLong() {
    try {
      return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
          && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    } catch (IOException wrong) {
      throw notJson(wrong);
    }
  }

  private long longValue() {
    try {
      return parser.getLongValue();
    } catch (IOException wrong) {
      throw notJson(wrong);
    }
  }

  private InvalidInputException notAnInteger() {
    return failure(found(), "an integer of at most 64 bits");
  }

  private void expect(JsonToken token, String expected) {
    if (parser.currentToken() != token) {
      throw failure(found(), expected);
    }
  }

  private JsonToken next() {
    try {
      return parser.nextToken();
    } catch (IOException wrong) {
      throw notJson(wrong);
    }
  }

  private String text() {
    try {
      return parser.getText();
    } catch (IOException wrong) {
      throw notJson(wrong);
    }
  }

  private String found() {
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
        "JSON as docs/formats/network.md describes it",
        wrong);
  }

  private static String quote(String text) {
    return "\"" + shorten(text) + "\"";
  }

  private static String shorten(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
