package io.hdlgen.boards;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Properties of a target, read strictly: each is asked for, and none is left over. */
final class TargetFolder {
  private static final String FILE = "target.properties";

  private final String name;
  private final UnaryOperator<String> files;
  private final Properties properties = new Properties();
  private final Set<String> unread;

  /**
   * @param name of the folder
   * @param files gives the text of a file of the folder, by its name
   */
  TargetFolder(String name, UnaryOperator<String> files) {
    this.name = name;
    this.files = files;
    try {
      properties.load(new StringReader(files.apply(FILE)));
    } catch (IOException e) {
      throw new UncheckedIOException(where(), e);
    }
    unread = new TreeSet<>(properties.stringPropertyNames());
  }

  String name() {
    return name;
  }

  boolean has(String key) {
    return properties.containsKey(key);
  }

  String text(String key) {
    String text = properties.getProperty(key);
    if (text == null || text.isBlank()) {
      throw new IllegalStateException(where() + ": no " + key);
    }
    unread.remove(key);
    return text.strip();
  }

  double number(String key) {
    try {
      return Double.parseDouble(text(key));
    } catch (NumberFormatException e) {
      throw new IllegalStateException(where() + ": " + key + " is no number", e);
    }
  }

  int integer(String key) {
    try {
      return Integer.parseInt(text(key));
    } catch (NumberFormatException e) {
      throw new IllegalStateException(where() + ": " + key + " is no integer", e);
    }
  }

  <E extends Enum<E>> E choice(String key, Class<E> type) {
    String text = text(key);
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    where()
                        + ": "
                        + key
                        + " is none of "
                        + Arrays.stream(type.getEnumConstants())
                            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))));
  }

  /** The text of the file that a property names. */
  String file(String key) {
    return files.apply(text(key));
  }

  /** Complains of properties that nobody has asked for. */
  void checkAllRead() {
    if (!unread.isEmpty()) {
      throw new IllegalStateException(where() + ": unknown key " + String.join(", ", unread));
    }
  }

  private String where() {
    return name + "/" + FILE;
  }
}
