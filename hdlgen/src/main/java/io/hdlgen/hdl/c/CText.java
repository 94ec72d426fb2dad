package io.hdlgen.hdl.c;

import io.hdlgen.quantizer.network.LongVector;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** C under construction: lines, and arrays of constants broken into lines. */
final class CText {
  private static final int MAX_LENGTH = 100;

  private final StringBuilder text = new StringBuilder();
  private int lineStart;

  /** A line, or several with line feeds between them. */
  CText line(String line) {
    text.append(line).append('\n');
    return this;
  }

  /** As {@link #line}, of a format. */
  CText line(String format, Object... arguments) {
    return line(String.format(Locale.ROOT, format, arguments));
  }

  /** A comment; what could end it early or go on behind it is replaced. */
  CText comment(String words) {
    String safe = words.replaceAll("\\p{Cntrl}", "_").replaceAll("(\\\\|\\?\\?/)\\s*$", "_");
    return line("// " + safe);
  }

  /** {@code static const TYPE NAME = {...};}. */
  CText vector(CType type, String name, LongVector values) {
    text.append(
        String.format(Locale.ROOT, "static const %s %s[%d] = ", type.text(), name, values.size()));
    text.append("{\n  ");
    numbers(values, 2);
    return line("\n};");
  }

  /** {@code static const TYPE NAME = {{...}, ...};}, a row a neuron. */
  CText matrix(CType type, String name, List<LongVector> rows) {
    int columns = rows.get(0).size();
    line("static const %s %s[%d][%d] = {", type.text(), name, rows.size(), columns);
    for (LongVector row : rows) {
      text.append("  {");
      numbers(row, 3);
      text.append("},\n");
    }
    return line("};");
  }

  private void numbers(LongVector values, int indent) {
    lineStart = text.length() - indent;
    for (int i = 0; i < values.size(); i++) {
      item(CType.literal(values.get(i)), i, indent);
    }
  }

  /** {@code static const TYPE NAME = {...};} of constants as they are written. */
  CText constants(String type, String name, List<String> literals) {
    line("static const %s%s[%d] = {", type, name, literals.size());
    text.append("  ");
    lineStart = text.length() - 2;
    for (int i = 0; i < literals.size(); i++) {
      item(literals.get(i), i, 2);
    }
    return line("\n};");
  }

  private void item(String literal, int index, int indent) {
    if (index > 0) {
      text.append(',');
      // A comma or the end of a row follows.
      if (text.length() - lineStart + literal.length() + 4 > MAX_LENGTH) {
        text.append('\n').append(" ".repeat(indent));
        lineStart = text.length() - indent;
      } else {
        text.append(' ');
      }
    }
    text.append(literal);
  }

  /** A literal of the text in UTF-8; all that is not plain ASCII is escaped. */
  static String string(String words) {
    StringBuilder literal = new StringBuilder("\"");
    for (byte b : words.getBytes(StandardCharsets.UTF_8)) {
      // Question marks might make trigraphs.
      if (b == '"' || b == '\\' || b == '?') {
        literal.append('\\').append((char) b);
      } else if (b >= ' ' && b < 127) {
        literal.append((char) b);
      } else {
        literal.append(String.format(Locale.ROOT, "\\%03o", b & 255));
      }
    }
    return literal.append('"').toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
