package io.hdlgen.explore.front;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads published circuits from a CSV file: a heading, then a line a circuit. Accuracies are
 * fractions; balanced accuracy and power may be empty where they are not known. A field with a
 * comma stands in double quotes, a quote in it twice. Empty lines and those that begin with # are
 * passed over.
 */
public final class ReferenceFile {
  private static final List<String> HEADING =
      List.of("name", "source", "accuracy", "balanced_accuracy", "area_cm2", "static_power_mw");
  private static final int BALANCED = 3;
  private static final int POWER = 5;

  private final String where;

  private ReferenceFile(String where) {
    this.where = where;
  }

  /**
   * The circuits, in the order of the file.
   *
   * @throws InvalidInputException if the file cannot be read, or a line is not as it should be
   */
  public static List<ReferencePoint> read(Path file) {
    String expected = "a CSV with the columns " + String.join(",", HEADING);
    try {
      return parse(Files.readString(file), file.toString());
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(file.toString(), "bytes that are not UTF-8", expected, e);
    } catch (IOException e) {
      throw new InvalidInputException(
          file.toString(), "no readable file (" + e.getMessage() + ")", expected, e);
    }
  }

  /**
   * The circuits of a text.
   *
   * @param source what messages call the text
   */
  static List<ReferencePoint> parse(String text, String source) {
    List<ReferencePoint> points = new ArrayList<>();
    Set<String> names = new HashSet<>();
    boolean headed = false;
    String[] lines = text.split("\r?\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].isBlank() || lines[i].startsWith("#")) {
        continue;
      }
      ReferenceFile line = new ReferenceFile(source + ", line " + (i + 1));
      List<String> fields = line.fields(lines[i]);
      if (!headed) {
        headed = true;
        if (!fields.equals(HEADING)) {
          throw line.wrong(lines[i], "the heading " + String.join(",", HEADING));
        }
        continue;
      }
      ReferencePoint point = line.point(fields);
      if (!names.add(point.name())) {
        throw line.wrong("the name " + point.name() + " again", "each name once");
      }
      points.add(point);
    }
    if (points.isEmpty()) {
      throw new InvalidInputException(source, "no circuit", "one a line, below the heading");
    }
    return points;
  }

  private ReferencePoint point(List<String> fields) {
    if (fields.size() != HEADING.size()) {
      throw wrong(fields.size() + " fields", HEADING.size() + ": " + String.join(",", HEADING));
    }
    if (fields.get(0).isEmpty()) {
      throw wrong("no name", "a name");
    }
    return new ReferencePoint(
        fields.get(0),
        fields.get(1),
        number(fields, 2, 1),
        optional(fields, BALANCED, 1),
        number(fields, 4, Double.MAX_VALUE),
        optional(fields, POWER, Double.MAX_VALUE));
  }

  private Optional<Double> optional(List<String> fields, int column, double most) {
    return fields.get(column).isEmpty()
        ? Optional.empty()
        : Optional.of(number(fields, column, most));
  }

  private double number(List<String> fields, int column, double most) {
    String text = fields.get(column);
    String expected = most == 1 ? "a fraction from 0 to 1" : "a number of at least 0";
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new InvalidInputException(where, HEADING.get(column) + " '" + text + "'", expected, e);
    }
    if (!(value >= 0 && value <= most)) {
      throw wrong(HEADING.get(column) + " " + text, expected);
    }
    return value;
  }

  /** The fields of a line, without blanks around them. */
  private List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    if (quoted) {
      throw wrong("a quote that is never closed", "quotes in pairs");
    }
    fields.add(field.toString().strip());
    return fields;
  }

  private InvalidInputException wrong(String found, String expected) {
    return new InvalidInputException(where, found, expected);
  }
}
