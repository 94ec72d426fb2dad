package io.hdlgen.boards.vivado;

import java.util.ArrayList;
import java.util.List;

/** What stands at the top of each file. */
final class Header {
  private static final List<String> TCL =
      List.of(
          "For Vivado 2020.2 to 2024.2. It has never been run in Vivado by those who made it, who",
          "cannot: every command was run against a recorder that knows the commands, the cores and",
          "their pins. docs/vivado.md says what that finds and what it does not.");

  private static final List<String> XML =
      List.of(
          "For Vivado 2020.2 to 2024.2. It has never been read by Vivado by those who made it, who",
          "cannot: it was held against the schema of IEEE 1685-2009 and the ports of the design.");

  private static final List<String> HOST =
      List.of(
          "It has never been run on the board by those who made it, who have none: what it writes",
          "and reads was held against the design in simulation.");

  private Header() {}

  static String tcl(VivadoDesign design, String what) {
    return lines(design, what, TCL, "# ");
  }

  static String script(VivadoDesign design, String what) {
    return lines(design, what, HOST, "# ");
  }

  static String c(VivadoDesign design, String what) {
    return "/*\n" + lines(design, what, HOST, " * ").replace("*/", "* /") + " */\n";
  }

  static String xml(VivadoDesign design, String what) {
    // Two hyphens end a comment.
    return "<!--\n" + lines(design, what, XML, "  ").replace("--", "- -") + "-->\n";
  }

  private static String lines(
      VivadoDesign design, String what, List<String> remarks, String prefix) {
    List<String> all = new ArrayList<>();
    all.add(what);
    all.addAll(design.header());
    all.addAll(remarks);
    StringBuilder text = new StringBuilder();
    all.forEach(line -> text.append((prefix + line).stripTrailing()).append('\n'));
    return text.toString();
  }
}
