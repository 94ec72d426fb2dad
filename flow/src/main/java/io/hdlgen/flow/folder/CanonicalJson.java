package io.hdlgen.flow.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * JSON text of plain data (maps, lists, strings, numbers, booleans, null), the same bytes on every
 * machine: two spaces, line feeds, keys in the order of the map, lists of numbers on one line.
 */
public final class CanonicalJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private CanonicalJson() {}

  /** The text, ended by a line feed. Maps must have a stable order. */
  public static String write(Map<String, ?> object) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER));
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    try {
      return MAPPER.writer(printer).writeValueAsString(laidOut(object)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not plain data", e);
    }
  }

  /** The same data, its lists of numbers as the text that they shall be. */
  private static Object laidOut(Object data) throws JsonProcessingException {
    if (data instanceof Map<?, ?> map) {
      Map<Object, Object> result = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        result.put(entry.getKey(), laidOut(entry.getValue()));
      }
      return result;
    }
    if (!(data instanceof List<?> list) || list.isEmpty()) {
      return data;
    }
    boolean numbers = list.stream().allMatch(Number.class::isInstance);
    List<Object> entries = new ArrayList<>();
    for (Object entry : list) {
      entries.add(numbers ? MAPPER.writeValueAsString(entry) : laidOut(entry));
    }
    return numbers
        ? new RawValue(
            entries.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]")))
        : entries;
  }

  /** As {@link #write}, on one line without an end of line. */
  public static String writeLine(Map<String, ?> object) {
    try {
      return MAPPER.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not plain data", e);
    }
  }

  /**
   * The object that a text holds, keys in the order of the text.
   *
   * @throws IllegalArgumentException if the text is not one JSON object; the message is one line
   */
  public static Map<String, Object> read(String text) {
    ObjectReader reader =
        MAPPER.readerForMapOf(Object.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    try {
      Map<String, Object> object = reader.readValue(text);
      if (object == null) {
        throw new IllegalArgumentException("null in place of an object");
      }
      return object;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          e.getOriginalMessage().replaceAll("\\s+", " ")
              + (e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr()),
          e);
    }
  }
}
