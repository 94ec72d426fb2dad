package io.hdlgen.flow.folder;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A JSON object of a file, read strictly: every complaint is an {@link InvalidInputException} that
 * names the file and the key.
 */
public final class JsonObject {
  private final String where;
  private final Map<?, ?> values;

  private JsonObject(String where, Map<?, ?> values) {
    this.where = where;
    this.values = values;
  }

  /**
   * The object that a text holds, of that format and at most that version. The version is looked at
   * before all other keys, so that a newer file is refused as newer.
   *
   * @param source what messages call the text
   */
  public static JsonObject parse(String text, String source, String format, int version) {
    return parse(text, source, format, version, "emit");
  }

  /**
   * The same, of a file that another command writes.
   *
   * @param command its name, for messages
   */
  public static JsonObject parse(
      String text, String source, String format, int version, String command) {
    Map<String, Object> values;
    try {
      values = CanonicalJson.read(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          source,
          "unreadable text (" + e.getMessage() + ")",
          "the file that " + command + " wrote",
          e);
    }
    JsonObject object = new JsonObject(source, values);
    if (!format.equals(values.get("format"))) {
      throw object.wrong("format", format);
    }
    long found = object.number("version", 1, Long.MAX_VALUE);
    if (found > version) {
      String writer = values.get("tool") instanceof String tool ? " (" + tool + " wrote it)" : "";
      throw new InvalidInputException(
          source + ": version",
          found + ", which needs a newer hdlgen" + writer,
          "at most " + version + ": update hdlgen, or run " + command + " again with this one");
    }
    return object;
  }

  /** Refuses all keys but these, {@code format} and {@code version}. */
  public void allow(String... keys) {
    for (Object key : values.keySet()) {
      if (!Arrays.asList(keys).contains(key) && !key.equals("format") && !key.equals("version")) {
        throw new InvalidInputException(where, "key " + key, String.join(", ", keys));
      }
    }
  }

  /** Whether the key is there. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** Whether the key is there and null. */
  public boolean isNull(String key) {
    return values.containsKey(key) && values.get(key) == null;
  }

  /** True or false. */
  public boolean flag(String key) {
    if (values.get(key) instanceof Boolean flag) {
      return flag;
    }
    throw wrong(key, "true or false");
  }

  /** A text. */
  public String string(String key) {
    if (values.get(key) instanceof String text) {
      return text;
    }
    throw wrong(key, "a text");
  }

  /**
   * A text of a certain form.
   *
   * @param regex the form
   * @param form the form in words
   */
  public String string(String key, String regex, String form) {
    if (values.get(key) instanceof String text && text.matches(regex)) {
      return text;
    }
    throw wrong(key, form);
  }

  /** An integer of at least {@code min} and at most 31 bits. */
  public int integer(String key, int min) {
    return (int) number(key, min, Integer.MAX_VALUE);
  }

  /** An integer within bounds, both included. */
  public long number(String key, long min, long max) {
    if (!(values.get(key) instanceof Integer || values.get(key) instanceof Long)) {
      throw wrong(key, "an integer");
    }
    long number = ((Number) values.get(key)).longValue();
    if (number < min || number > max) {
      throw wrong(key, "an integer from " + min + " to " + max);
    }
    return number;
  }

  /** A list of integers. */
  public List<Long> numbers(String key) {
    if (values.get(key) instanceof List<?> list
        && list.stream().allMatch(one -> one instanceof Integer || one instanceof Long)) {
      return list.stream().map(one -> ((Number) one).longValue()).toList();
    }
    throw wrong(key, "a list of integers");
  }

  /** A number above 0. */
  public double positive(String key) {
    if (values.get(key) instanceof Number number
        && number.doubleValue() > 0
        && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    throw wrong(key, "a number above 0");
  }

  /** A number within bounds, both included. */
  public double real(String key, double min, double max) {
    if (values.get(key) instanceof Number number
        && number.doubleValue() >= min
        && number.doubleValue() <= max) {
      return number.doubleValue();
    }
    throw wrong(
        key,
        max == Double.MAX_VALUE
            ? "a number from " + min + " up"
            : "a number from " + min + " to " + max);
  }

  /** A list of texts. */
  public List<String> strings(String key) {
    if (values.get(key) instanceof List<?> list
        && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    throw wrong(key, "a list of texts");
  }

  /** An object whose keys are free and whose values are texts of a certain form, keys sorted. */
  public SortedMap<String, String> texts(String key, String regex, String form) {
    if (!(values.get(key) instanceof Map<?, ?> map)) {
      throw wrong(key, "an object");
    }
    JsonObject object = new JsonObject(where + ": " + key, map);
    SortedMap<String, String> texts = new TreeMap<>();
    for (Object name : map.keySet()) {
      texts.put((String) name, object.string((String) name, regex, form));
    }
    return texts;
  }

  /** An object. */
  public JsonObject object(String key) {
    if (!(values.get(key) instanceof Map<?, ?> map)) {
      throw wrong(key, "an object");
    }
    return new JsonObject(where + ": " + key, map);
  }

  /** A list of objects. */
  public List<JsonObject> objects(String key) {
    if (!(values.get(key) instanceof List<?> list)) {
      throw wrong(key, "a list");
    }
    List<JsonObject> objects = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      if (!(list.get(i) instanceof Map<?, ?> map)) {
        throw wrong(key, "a list of objects");
      }
      objects.add(new JsonObject("%s: %s[%d]".formatted(where, key, i), map));
    }
    return objects;
  }

  /** A constant's name in lower case. */
  public <E extends Enum<E>> E choice(String key, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(values.get(key))) {
        return constant;
      }
    }
    throw wrong(
        key,
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", ")));
  }

  /** What to throw where the value of a key is not as expected. */
  public InvalidInputException wrong(String key, String expected) {
    Object value = values.get(key);
    return new InvalidInputException(
        where + ": " + key, values.containsKey(key) ? String.valueOf(value) : "nothing", expected);
  }
}
