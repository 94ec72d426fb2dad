package io.hdlgen.boards.printed;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/** Reads the syntax of a Liberty file (Liberty User Guide): groups within groups. */
final class LibertyParser {
  private final String text;
  private final String where;
  private int at;

  LibertyParser(String text, String where) {
    this.text = text;
    this.where = where;
  }

  /**
   * The outermost group.
   *
   * @throws InvalidInputException naming the line where the text is no Liberty
   */
  LibertyGroup parse() {
    LibertyGroup root = new LibertyGroup("", "");
    statement(root);
    skip();
    if (at < text.length() || root.groups("library").size() != 1) {
      throw wrong("a single library group");
    }
    return root.groups("library").get(0);
  }

  private void body(LibertyGroup group) {
    while (!take('}')) {
      statement(group);
      take(';');
    }
  }

  private void statement(LibertyGroup into) {
    String name = word();
    if (take(':')) {
      into.put(name, value());
      return;
    }
    if (!take('(')) {
      throw wrong("':' or '(' behind " + name);
    }
    List<String> arguments = new ArrayList<>();
    while (!take(')')) {
      arguments.add(word());
      take(',');
    }
    String argument = String.join(", ", arguments);
    if (take('{')) {
      LibertyGroup group = new LibertyGroup(name, argument);
      body(group);
      into.add(group);
    } else {
      into.put(name, argument);
    }
  }

  /** What stands behind a colon: a quoted text, or all up to a semicolon or the end of the line. */
  private String value() {
    skip();
    if (at < text.length() && text.charAt(at) == '"') {
      return word();
    }
    int from = at;
    while (at < text.length() && ";\n}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at).strip();
  }

  private String word() {
    skip();
    if (at < text.length() && text.charAt(at) == '"') {
      int end = text.indexOf('"', at + 1);
      if (end < 0) {
        throw wrong("a closing quote");
      }
      String quoted = text.substring(at + 1, end);
      at = end + 1;
      return quoted.replaceAll("\\\\\\r?\\n", " ").strip();
    }
    int from = at;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    if (from == at) {
      throw wrong("a name");
    }
    return text.substring(from, at);
  }

  private static boolean isWord(char c) {
    return !Character.isWhitespace(c) && ":;(){},\"".indexOf(c) < 0;
  }

  private boolean take(char c) {
    skip();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void skip() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || c == '\\') {
        at++;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else {
        return;
      }
    }
  }

  private InvalidInputException wrong(String expected) {
    long line = text.substring(0, Math.min(at, text.length())).lines().count();
    String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end of the file";
    return new InvalidInputException(where + ": line " + Math.max(1, line), found, expected);
  }
}
