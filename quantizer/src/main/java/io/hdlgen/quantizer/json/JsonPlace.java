package io.hdlgen.quantizer.json;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Supplier;

/** A place in a JSON text, such as {@code layers[1].weights[3]}, for messages. */
final class JsonPlace {
  private final String source;
  private final Deque<String> steps = new ArrayDeque<>();

  JsonPlace(String source) {
    this.source = source;
  }

  /** Does some work one step, a key or {@code [index]}, further down. */
  <T> T at(String step, Supplier<T> work) {
    steps.push(step);
    T result = work.get();
    steps.pop();
    return result;
  }

  /** A failure at this place. */
  InvalidInputException failure(String found, String expected) {
    return new InvalidInputException(toString(), found, expected);
  }

  /** A failure at this place, for a reason. */
  InvalidInputException failure(String found, String expected, Throwable cause) {
    return new InvalidInputException(toString(), found, expected, cause);
  }

  @Override
  public String toString() {
    StringBuilder where = new StringBuilder(source);
    String separator = ": ";
    for (Iterator<String> down = steps.descendingIterator(); down.hasNext(); ) {
      String step = down.next();
      where.append(step.startsWith("[") ? "" : separator).append(step);
      separator = ".";
    }
    return where.toString();
  }
}
