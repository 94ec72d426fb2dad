package io.hdlgen.flow.design;

import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A JSON object of a file, read strictly: every complaint names the file and the key. */
final class JsonObject {
  private final String where;
  private final Map<?, ?> values;

  private JsonObject(String where, Map<?, ?> values) {
    this.where = where;
    this.values = values;
  }

  /** The object that a text holds, of that format and at most that version. */
  static JsonObject parse(String text, String source, String format, int version) {
    Map<String, Object> values;
    try {
      values = CanonicalJson.read(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          source, "unreadable text (" + e.getMessage() + ")", "the file that emit wrote", e);
    }
    JsonObject object = new JsonObject(source, values);
    if (!format.equals(values.get("format"))) {
      throw object.wrong("format", format);
    }
    int found = object.integer("version");
    if (found < 1 || found > version) {
      throw object.wrong("version", "1 to " + version + "; a newer hdlgen reads newer ones");
    }
    return object;
  }

  /** Refuses all keys but these, {@code format} and {@code version}. */
  void allow(String... keys) {
    for (Object key : values.keySet()) {
      if (!Arrays.asList(keys).contains(key) && !key.equals("format") && !key.equals("version")) {
        throw new InvalidInputException(where, "key " + key, String.join(", ", keys));
      }
    }
  }

  boolean isNull(String key) {
    return values.containsKey(key) && values.get(key) == null;
  }

  String string(String key) {
    if (values.get(key) instanceof String text) {
      return text;
    }
    throw wrong(key, "a text");
  }

  int integer(String key) {
    if (values.get(key) instanceof Integer number) {
      return number;
    }
    throw wrong(key, "an integer");
  }

  long number(String key) {
    if (values.get(key) instanceof Integer || values.get(key) instanceof Long) {
      return ((Number) values.get(key)).longValue();
    }
    throw wrong(key, "an integer");
  }

  double real(String key) {
    if (values.get(key) instanceof Number number) {
      return number.doubleValue();
    }
    throw wrong(key, "a number");
  }

  List<String> strings(String key) {
    if (values.get(key) instanceof List<?> list
        && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    throw wrong(key, "a list of texts");
  }

  List<JsonObject> objects(String key) {
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

  <E extends Enum<E>> E choice(String key, Class<E> type) {
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

  private InvalidInputException wrong(String key, String expected) {
    Object value = values.get(key);
    return new InvalidInputException(
        where + ": " + key, values.containsKey(key) ? String.valueOf(value) : "nothing", expected);
  }
}
