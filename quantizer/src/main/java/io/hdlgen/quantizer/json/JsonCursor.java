package io.hdlgen.quantizer.json;

import com.fasterxml.jackson.core.JsonToken;
import io.hdlgen.quantizer.error.InvalidInputException;
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
  private final JsonTokens tokens;
  private final JsonPlace place;

  JsonCursor(String text, String source) {
    place = new JsonPlace(source);
    tokens = new JsonTokens(text, place);
    tokens.next();
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
                "the unknown key " + JsonTokens.quote(key),
                "no keys but " + String.join(", ", keys));
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
    while (more && tokens.next() != JsonToken.END_OBJECT) {
      String key = tokens.text();
      if (!seen.add(key)) {
        throw failure("the key " + JsonTokens.quote(key) + " twice", "every key once");
      }
      tokens.next();
      more = member.test(key);
    }
    return seen;
  }

  /** Refuses an object that lacks one of {@code keys}. */
  void require(Set<String> seen, List<String> keys) {
    for (String key : keys) {
      if (!seen.contains(key)) {
        throw failure("no key " + JsonTokens.quote(key), "the keys " + String.join(", ", keys));
      }
    }
  }

  /** Reads an array of at most {@code most} elements, each with {@code element}. */
  <T> List<T> array(String what, int most, Supplier<T> element) {
    expect(JsonToken.START_ARRAY, "an array of " + what);
    List<T> elements = new ArrayList<>();
    while (tokens.next() != JsonToken.END_ARRAY) {
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
    while (tokens.next() != JsonToken.END_ARRAY) {
      if (size == most) {
        throw failure("more than " + most + " elements", "at most " + most + " " + what);
      }
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      int index = size;
      if (!tokens.isLong()) {
        throw at("[" + index + "]", this::notAnInteger);
      }
      values[size++] = tokens.longValue();
    }
    return Arrays.copyOf(values, size);
  }

  /** Reads an array of at most {@code most} finite numbers. */
  double[] numbers(String what, int most) {
    expect(JsonToken.START_ARRAY, "an array of " + what);
    double[] values = new double[16];
    int size = 0;
    while (tokens.next() != JsonToken.END_ARRAY) {
      if (size == most) {
        throw failure("more than " + most + " elements", "at most " + most + " " + what);
      }
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      JsonToken token = tokens.current();
      boolean number = token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT;
      values[size] = number ? tokens.doubleValue() : Double.NaN;
      if (!Double.isFinite(values[size])) {
        at("[" + size + "]", this::number); // says what is wrong
      }
      size++;
    }
    return Arrays.copyOf(values, size);
  }

  /** Reads an integer. */
  long integer() {
    if (!tokens.isLong()) {
      throw notAnInteger();
    }
    return tokens.longValue();
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
    JsonToken token = tokens.current();
    if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
      throw failure(tokens.found(), "a number");
    }
    double value = tokens.doubleValue();
    if (!Double.isFinite(value)) {
      throw failure(tokens.found(), "a number within the range of a double");
    }
    return value;
  }

  /** Reads {@code true} or {@code false}. */
  boolean bool() {
    JsonToken token = tokens.current();
    if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
      throw failure(tokens.found(), "true or false");
    }
    return token == JsonToken.VALUE_TRUE;
  }

  /** Reads a string that is not blank. */
  String string() {
    expect(JsonToken.VALUE_STRING, "a string");
    String value = tokens.text();
    if (value.isBlank()) {
      throw failure(JsonTokens.quote(value), "a string that is not blank");
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
    int index = names.indexOf(tokens.text());
    if (index < 0) {
      throw failure(JsonTokens.quote(tokens.text()), "one of " + String.join(", ", names));
    }
    return constants[index];
  }

  /** Passes over a value of any kind. */
  void skip() {
    tokens.skip();
  }

  /** Refuses anything behind the value. */
  void end() {
    if (tokens.next() != null) {
      throw failure(tokens.found() + " behind the end", "one object and nothing else");
    }
  }

  private InvalidInputException notAnInteger() {
    return failure(tokens.found(), "an integer of at most 64 bits");
  }

  private void expect(JsonToken token, String expected) {
    if (tokens.current() != token) {
      throw failure(tokens.found(), expected);
    }
  }
}
