package io.hdlgen.boards.printed;

import java.util.List;

/** Reads a Boolean expression, by recursive descent, as the table of its values. */
final class ExpressionParser {
  private static final long[] COLUMNS = {
    0xAAAAAAAAAAAAAAAAL,
    0xCCCCCCCCCCCCCCCCL,
    0xF0F0F0F0F0F0F0F0L,
    0xFF00FF00FF00FF00L,
    0xFFFF0000FFFF0000L,
    0xFFFFFFFF00000000L
  };

  private final String text;
  private final List<String> names;
  private int at;

  ExpressionParser(String text, List<String> names) {
    this.text = text;
    this.names = names;
    if (names.size() > LogicFunction.MOST_INPUTS) {
      throw new IllegalArgumentException("more than " + LogicFunction.MOST_INPUTS + " inputs");
    }
  }

  long parse() {
    long value = sum();
    if (at < text.length()) {
      throw wrong();
    }
    return value;
  }

  private long sum() {
    long value = exclusive();
    while (take('+') || take('|')) {
      value |= exclusive();
    }
    return value;
  }

  private long exclusive() {
    long value = product();
    while (take('^')) {
      value ^= product();
    }
    return value;
  }

  private long product() {
    long value = factor();
    while (take('*') || take('&') || beginsFactor()) {
      value &= factor();
    }
    return value;
  }

  private boolean beginsFactor() {
    skipBlanks();
    return at < text.length()
        && (text.charAt(at) == '!' || text.charAt(at) == '(' || isWord(text.charAt(at)));
  }

  private long factor() {
    if (take('!')) {
      return ~factor();
    }
    long value;
    if (take('(')) {
      value = sum();
      if (!take(')')) {
        throw wrong();
      }
    } else {
      value = name();
    }
    while (take('\'')) {
      value = ~value;
    }
    return value;
  }

  private long name() {
    skipBlanks();
    int from = at;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    String word = text.substring(from, at);
    int input = names.indexOf(word);
    if (input >= 0) {
      return COLUMNS[input];
    }
    return switch (word) {
      case "0", "CONST0" -> 0;
      case "1", "CONST1" -> -1;
      default -> throw wrong();
    };
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '[' || c == ']' || c == '.';
  }

  private boolean take(char c) {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private IllegalArgumentException wrong() {
    return new IllegalArgumentException(
        "\"" + text + "\" is no function of " + String.join(", ", names));
  }
}
