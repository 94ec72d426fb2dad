package io.hdlgen.hdl.verilog;

import java.util.regex.Pattern;

/**
 * A piece of Verilog. Formats have {@code $N} for a name, {@code $L} for a literal, number or code
 * block, {@code $W} for the range of a width ({@code "[6:0] "}, nothing for one bit) and {@code $$}
 * for a dollar sign.
 */
public final class CodeBlock {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final String text;

  private CodeBlock(String text) {
    this.text = text;
  }

  /**
   * The format with its arguments in place.
   *
   * @throws IllegalArgumentException if arguments do not fit the format
   */
  public static CodeBlock of(String format, Object... arguments) {
    StringBuilder text = new StringBuilder(format.length() + 16 * arguments.length);
    int next = 0;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '$') {
        text.append(c);
        continue;
      }
      char kind = ++i < format.length() ? format.charAt(i) : ' ';
      if (kind == '$') {
        text.append('$');
      } else if (next < arguments.length) {
        text.append(argument(kind, arguments[next++], format));
      } else {
        throw new IllegalArgumentException("too few arguments for " + format);
      }
    }
    if (next != arguments.length) {
      throw new IllegalArgumentException("too many arguments for " + format);
    }
    return new CodeBlock(text.toString());
  }

  private static String argument(char kind, Object argument, String format) {
    return switch (kind) {
      case 'N' -> name(argument, format);
      case 'L' -> literal(argument, format);
      case 'W' -> range(argument, format);
      default -> throw new IllegalArgumentException("$" + kind + " in " + format);
    };
  }

  private static String name(Object argument, String format) {
    if (argument instanceof String name && NAME.matcher(name).matches()) {
      return name;
    }
    throw new IllegalArgumentException("'" + argument + "' is no Verilog name for " + format);
  }

  private static String literal(Object argument, String format) {
    if (argument == null) {
      throw new IllegalArgumentException("null for " + format);
    }
    return argument.toString();
  }

  private static String range(Object argument, String format) {
    if (!(argument instanceof Integer width) || width < 1) {
      throw new IllegalArgumentException("a width of " + argument + " for " + format);
    }
    return width == 1 ? "" : "[" + (width - 1) + ":0] ";
  }

  /** The text. */
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodeBlock that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
